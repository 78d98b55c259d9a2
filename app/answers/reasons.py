"""Which coded reasons each party may give for a refusal (domain §5)."""

from models.codes.journey import Party, RefusalReason


def refusal_reasons(party: Party) -> list[tuple[str, str]]:
    """The (code, label) pairs this party may choose."""
    return [
        (reason.value, reason.label)
        for reason in RefusalReason
        if reason.party is party and not reason.is_retired
    ]
