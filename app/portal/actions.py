"""What one press of the partner's home does."""

from app.claims.reports import Said, full, report, unchanged
from models.capacity import CapacityReport, PlaceLot

# The two words that stand beside a number.
FULL, SAME = "complet", "inchange"


def announce(lot: PlaceLot, value: str, *, said: Said, seen: str | None) -> CapacityReport:
    """Store « complet », « inchangé » or a number of places free."""
    if value == FULL:
        return full(lot, said=said, seen=seen)
    if value == SAME:
        return unchanged(lot, said=said, seen=seen)
    return report(lot, answer=int(value), said=said, seen=seen)
