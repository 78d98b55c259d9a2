"""What a name says of a street it should not tell; pure."""

from search import vocabulary

SHORTEST = 4


def giving_away(text: str, address: str, commune: str) -> str | None:
    """The first word of an address that a text repeats, but for its commune and kinds of street."""
    known = vocabulary.files()
    common = {*known.streets, *known.small_words, *vocabulary.plain(commune)}
    telling = {word for word in vocabulary.plain(address) if len(word) >= SHORTEST} - common
    return next((word for word in vocabulary.plain(text) if word in telling), None)
