"""What the rules share: the lots and claims met so far, and what must always hold."""

import datetime as dt
import re
from collections.abc import Callable

import sqlalchemy as sa
from hypothesis import strategies as some
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant
from sqlalchemy.orm import Session

from app.claims.actions import PlaceTaken, days
from app.claims.availability import availability, window
from app.claims.reports import Said
from models.account import Account, Unit
from models.base import now, today
from models.capacity import CapacityReport, PlaceClaim, PlaceLot
from models.codes.claims import ClaimState
from models.offer import Offer
from tests.properties.model import DAY, Claim, Lot, span

Stay = tuple[dt.date, dt.date]
# Few days, so that claims often meet.
FIRST, LAST = -2, 4
lots: Bundle[Lot] = Bundle("lots")
claims: Bundle[Claim] = Bundle("claims")
stays = some.tuples(some.integers(FIRST, LAST - 3), some.integers(0, 3)).map(
    lambda drawn: (today() + drawn[0] * DAY, today() + (drawn[0] + drawn[1]) * DAY)
)


class Machine(RuleBasedStateMachine):
    """The real verbs on a real database, beside the model; undone at the end of each sequence."""

    def __init__(self, session: Session, offer: Offer, unit: Unit, partner: Account) -> None:
        super().__init__()
        self.session, self.offer, self.unit = session, offer, unit
        self.said = Said(by=partner)
        self.lots: list[Lot] = []
        self.savepoint = session.begin_nested()
        session.execute(sa.text("SET LOCAL ROLE maillage_web"))

    def teardown(self) -> None:
        """Forget the sequence."""
        self.savepoint.rollback()

    def attempt(self, promise: Callable[[], object], *, is_allowed: bool) -> bool:
        """Make a promise, which the guard must accept or refuse as the model does."""
        try:
            promise()
        except PlaceTaken:
            assert not is_allowed, "refused, though a unit is free on all the days added"
        else:
            assert is_allowed, "stored beyond what the lot grants"
        return is_allowed

    def shown(self, first: dt.date, last: dt.date) -> None:
        """What pages say of every lot is what the model counts, and the sums add up."""
        self.session.flush()
        ids = [lot.row.id for lot in self.lots]
        counted = availability(self.session, ids, window(first, last))
        for lot in self.lots:
            seen, left = counted[lot.row.id], lot.left(span(first, last))
            assert (seen.left, seen.free) == (left, lot.free(span(first, last)))
            assert seen.spare == max(lot.open - lot.live(), 0)
            assert adds_up(seen.sentence)

    @invariant()
    def what_is_stored_is_what_the_model_says(self) -> None:
        """Every row, whatever was refused meanwhile."""
        self.session.flush()
        said = {lot.row.id: (lot.places, lot.open, lot.sharing, lot.state) for lot in self.lots}
        mine = PlaceLot.offer_id == self.offer.id
        assert {row[0]: tuple(row[1:]) for row in self.session.execute(LOTS.where(mine))} == said
        stored = {tuple(row) for row in self.session.execute(CLAIMS.where(mine), {"at": now()})}
        assert stored == {as_stored(claim) for lot in self.lots for claim in lot.claims}
        kept = sa.select(sa.func.count(CapacityReport.id)).join(CapacityReport.lot).where(mine)
        assert self.session.scalar(kept) == sum(lot.reports for lot in self.lots)

    @invariant()
    def promises_never_exceed_what_is_granted(self) -> None:
        """Unless the host has lowered its places, or somebody has stayed on."""
        self.shown(today(), today())
        for lot in self.lots:
            every_day = span(today() + FIRST * DAY, today() + LAST * DAY)
            assert lot.has_met_reality or lot.left(every_day) >= 0


LOTS = sa.select(PlaceLot.id, PlaceLot.places, PlaceLot.open, PlaceLot.sharing, PlaceLot.state)
LAPSED = (PlaceClaim.state == ClaimState.HELD) & (PlaceClaim.expires_at <= sa.bindparam("at"))
CLAIMS = sa.select(
    PlaceClaim.id, PlaceClaim.lot_id, PlaceClaim.state, PlaceClaim.during, LAPSED
).join(PlaceClaim.lot)


def as_stored(claim: Claim) -> tuple[object, ...]:
    """A claim as the database should have it."""
    is_lapsed = claim.state is ClaimState.HELD and claim.is_lapsed
    during = days(claim.first, claim.last)
    return claim.row.id, claim.lot.row.id, claim.state, during, is_lapsed


def adds_up(sentence: str) -> bool:
    """« 12 places, 7 occupées hors réseau, 1 réservation = 4 libres »: the sum is true."""
    if sentence == "aucune place ouverte":
        return True
    terms, _, result = sentence.partition(" = ")
    total, *used = (int(number) for number in re.findall(r"(?:^|, )(\d+)", terms))
    said = re.match(r"\d+", result)
    return said is None or abs(total - sum(used)) == int(said.group())
