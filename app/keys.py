"""Keys of rows, as an address or a query carries them."""

TOO_BIG = 2**63


def key(text: str | int) -> int:
    """The number of a row, or ValueError when no table can hold it."""
    number = int(text)
    if not 0 <= number < TOO_BIG:
        raise ValueError(text)
    return number
