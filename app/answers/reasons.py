"""Which coded reasons each party may give for a refusal (domain §5)."""

from models.codes.journey import Party, RefusalReason


def reasons_of(party: Party) -> list[RefusalReason]:
    """The reasons this party may choose."""
    return [r for r in RefusalReason if r.party is party and not r.is_retired]
