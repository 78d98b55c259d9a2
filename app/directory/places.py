"""What is free in an offer, all its lots together, in the words of a card; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.claims import together
from app.claims.sums import Availability
from app.filters import plural
from models.capacity import PlaceLot


@dataclass(frozen=True)
class Places:
    """The lots of an offer with what each has free; `with_sum` for the SPIP and that partner."""

    lots: tuple[tuple[PlaceLot, Availability], ...]
    with_sum: bool

    @property
    def counts(self) -> list[Availability]:
        """What each lot has free."""
        return [places for _, places in self.lots]

    @property
    def free(self) -> int:
        """Places free in the lots whose number is known."""
        return together.free(self.counts)

    @property
    def sign(self) -> str:
        """The sign of look.md for the whole offer."""
        seen = together.sign(self.counts)
        return seen if self.with_sum else together.public(seen)

    @property
    def words(self) -> str:
        """« 3 places libres », « Complet », « À confirmer »."""
        if len(self.lots) == 1:
            return self.lots[0][1].public_sentence
        if self.sign == "suspended":
            return "Suspendu"
        if self.free:
            return plural(self.free, "place libre", "places libres")
        return "Complet" if self.sign in ("full", "over") else "À confirmer"

    def sum_of(self, one: Availability) -> str:
        """The sum of one lot, for who may see it; « 3 places = 3 libres » says nothing more."""
        is_plain = one.places == one.free and not one.is_suspended
        return one.sentence if self.with_sum and not is_plain else ""

    @property
    def detail(self) -> str:
        """The sum of the only lot, or each lot in a few words; empty for who may not see it."""
        if len(self.lots) == 1:
            return self.sum_of(self.lots[0][1])
        return "\u00a0; ".join(f"{lot.label} : {_briefly(places)}" for lot, places in self.lots)


def gather(
    lots: Sequence[PlaceLot], counted: Mapping[int, Availability], *, with_sum: bool
) -> Places | None:
    """The places of an offer, or None when it counts none."""
    if not lots:
        return None
    return Places(tuple((lot, counted[lot.id]) for lot in lots), with_sum)


def _briefly(places: Availability) -> str:
    return places.public_sentence[0].lower() + places.public_sentence[1:]
