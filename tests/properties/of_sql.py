"""Rules on claims written by SQL: the guard holds whoever writes, and however."""

import datetime as dt
import uuid
from typing import Any

import sqlalchemy as sa
from hypothesis import strategies as some
from hypothesis.stateful import multiple, rule

from app.claims.actions import days, guarded
from models.base import now
from models.capacity import LIVE_STATES, PlaceClaim
from models.codes.claims import ClaimState
from tests.properties.machine import Machine, Stay, claims, lots, stays
from tests.properties.model import Claim, Lot


class InSql(Machine):
    """What no verb does, and what another programme could try."""

    @rule(target=claims, lot=lots, stay=stays, units=some.integers(2, 3))
    def hold_several(self, lot: Lot, stay: Stay, units: int) -> Any:
        """All in one statement, which sees its own rows."""
        made = [Claim(uuid.uuid4(), lot, *stay) for _ in range(units)]
        rows = [self.values(claim) for claim in made]
        is_allowed = lot.grants(made[0].planned(), units=units)
        if not self.attempt(
            lambda: self.send(sa.insert(PlaceClaim).values(rows)), is_allowed=is_allowed
        ):
            return multiple()
        for claim in made:
            claim.row = self.session.get_one(PlaceClaim, claim.row)
            lot.claims.append(claim)
        made[0].settle()
        return multiple(*made)

    @rule(claim=claims)
    def revive(self, claim: Claim) -> None:
        """Hold again what was given back, or what was taken."""
        again = {"state": ClaimState.HELD, "expires_at": later(), "ended_at": None}
        added = claim.planned() - claim.days()
        is_allowed = claim.lot.grants(added, but=claim)
        if self.attempt(lambda: self.send(self.change(claim, again)), is_allowed=is_allowed):
            claim.state, claim.is_lapsed = ClaimState.HELD, False
            claim.settle()

    @rule(claim=claims, lot=lots)
    def transfer(self, claim: Claim, lot: Lot) -> None:
        """To another lot, where every day is an added one."""
        added = claim.planned() if claim.days() and lot is not claim.lot else set()
        is_allowed = lot.grants(added)
        moved = self.change(claim, {"lot_id": lot.row.id})
        if self.attempt(lambda: self.send(moved), is_allowed=is_allowed):
            claim.lot.claims.remove(claim)
            lot.claims.append(claim)
            claim.lot = lot
            if claim.state in LIVE_STATES:
                claim.settle()

    def values(self, claim: Claim) -> dict[str, Any]:
        """A row to insert."""
        return {
            "id": claim.row,
            "lot_id": claim.lot.row.id,
            "unit_id": self.unit.id,
            "state": ClaimState.HELD,
            "during": days(claim.first, claim.last),
            "held_at": now(),
            "expires_at": later(),
        }

    def change(self, claim: Claim, values: dict[str, Any]) -> sa.Update:
        """An UPDATE of one claim."""
        return sa.update(PlaceClaim).where(PlaceClaim.id == claim.row.id).values(**values)

    def send(self, statement: sa.Insert | sa.Update) -> None:
        """Send it; what the guard refuses undoes itself alone."""
        with guarded(self.session):
            self.session.execute(statement, execution_options={"synchronize_session": False})
        self.session.expire_all()


def later() -> dt.datetime:
    """When a hold made now ends."""
    return now() + dt.timedelta(hours=1)
