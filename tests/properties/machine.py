"""What the rules of the machine share: the lots and claims met so far, and what must always hold."""

import datetime as dt
import re
from collections.abc import Callable

import sqlalchemy as sa
from hypothesis import strategies as some
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant
from sqlalchemy.orm import Session

from app.claims.actions import PlaceTaken
from app.claims.availability import availability, window
from app.claims.reports import Said
from models.account import Account, Unit
from models.base import now, today
from models.capacity import CapacityReport, PlaceLot
from models.codes.claims import ClaimState
from models.offer import Offer
from tests.properties.model import DAY, Claim, Lot, span

# Few days and few places, so that claims often meet.
FIRST, LAST = -6, 14
lots: Bundle[Lot] = Bundle("lots")
claims: Bundle[Claim] = Bundle("claims")
stays = some.tuples(some.integers(FIRST, LAST - 5), some.integers(0, 5)).map(
    lambda drawn: (today() + drawn[0] * DAY, today() + (drawn[0] + drawn[1]) * DAY)
)
HORIZON = (today() + FIRST * DAY, today() + LAST * DAY)


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

    def shown(self, lot: Lot, first: dt.date, last: dt.date) -> None:
        """What the pages say of a lot is what the model counts, and the sum adds up."""
        seen = availability(self.session, [lot.row.id], window(first, last))[lot.row.id]
        days = span(first, last)

        assert seen.left == lot.left(days)
        assert seen.free == lot.free(days)
        assert len(seen.claims) == lot.live()
        assert seen.spare == max(lot.open - lot.live(), 0)
        assert adds_up(seen.sentence)

    @invariant()
    def what_is_stored_is_what_the_model_says(self) -> None:
        """Every row, whatever was refused meanwhile."""
        self.session.flush()
        self.session.expire_all()
        for lot in self.lots:
            assert stored_lot(lot.row) == (lot.places, lot.open, lot.sharing, lot.state)
            assert self.session.scalar(reports_of(lot.row)) == lot.reports
            for claim in lot.claims:
                assert stored_claim(claim) == (lot.row.id, claim.state, claim.first, claim.last)

    @invariant()
    def promises_never_exceed_what_is_granted(self) -> None:
        """Unless the host has lowered its places, or somebody has stayed on."""
        counted = availability(self.session, [lot.row.id for lot in self.lots], window(*HORIZON))
        for lot in self.lots:
            assert lot.has_met_reality or counted[lot.row.id].left >= 0


def stored_lot(row: PlaceLot) -> tuple[object, ...]:
    """The figures of a lot."""
    return row.places, row.open, row.sharing, row.state


def stored_claim(claim: Claim) -> tuple[object, ...]:
    """The state and days of a claim; a hold past its time is one that is still written."""
    row = claim.row
    if row.state is ClaimState.HELD:
        assert (row.expires_at <= now()) == claim.is_lapsed
    return row.lot_id, row.state, row.starts_on, row.ends_on


def reports_of(row: PlaceLot) -> sa.Select[int]:
    """How many reports were made of a lot."""
    mine = CapacityReport.lot_id == row.id
    return sa.select(sa.func.count()).select_from(CapacityReport).where(mine)


def adds_up(sentence: str) -> bool:
    """« 12 places, 7 occupées hors réseau, 1 réservation = 4 libres »: the sum is true."""
    terms, _, result = sentence.partition(" = ")
    total, *used = (int(number) for number in re.findall(r"(?:^|, )(\d+)", terms))
    said = re.match(r"\d+", result)
    left = int(said.group()) if said else None
    return left is None or abs(total - sum(used)) == left
