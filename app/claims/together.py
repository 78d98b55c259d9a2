"""What is free in an offer, all its lots together: one sign and one number; pure."""

from collections.abc import Sequence

from app.claims.sums import Availability
from models.codes.claims import LotState


def known(counts: Sequence[Availability]) -> list[Availability]:
    """The lots of which a number can be said."""
    return [one for one in counts if one.free is not None and one.state is LotState.OPEN]


def free(counts: Sequence[Availability]) -> int:
    """Places free in the lots whose number is known."""
    return sum(one.free or 0 for one in known(counts))


def sign(counts: Sequence[Availability]) -> str:
    """The sign of look.md, as the SPIP sees it; nothing is ever told as full by ignorance."""
    if len(counts) == 1:
        return counts[0].sign
    if any(one.is_suspended for one in counts):
        return "suspended"
    if places := free(counts):
        return "last" if places == 1 else "free"
    if not counts or len(known(counts)) < len(counts):
        return "unknown"
    return "over" if any(one.is_over for one in counts) else "full"


def public(sign: str) -> str:
    """The sign for anybody else: being over capacity is told to nobody."""
    return "full" if sign == "over" else sign
