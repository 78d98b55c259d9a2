"""Rules on claims: hold, take, move, prolong, let lapse, release, and the job that expires."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import strategies as some
from hypothesis.stateful import multiple, rule

from app.claims import actions
from app.claims.jobs import expire_holds
from models.base import now
from models.capacity import LIVE_STATES
from models.codes.claims import ClaimState
from models.lifecycle import IllegalMove
from tests.properties.machine import Machine, Stay, claims, lots, stays
from tests.properties.model import DAY, Claim, Lot, span

TAKES = (ClaimState.HELD, ClaimState.EXPIRED)


class OnClaims(Machine):
    """What the SPIP does, and the time that passes."""

    @rule(target=claims, lot=lots, stay=stays)
    def hold(self, lot: Lot, stay: Stay) -> Any:
        claim = Claim(None, lot, *stay)

        def hold() -> None:
            claim.row = actions.hold(
                self.session, lot.row, unit_id=self.unit.id, starts_on=stay[0], ends_on=stay[1]
            )

        if not self.attempt(hold, is_allowed=lot.grants(claim.planned())):
            return multiple()
        lot.claims.append(claim)
        claim.settle()
        return claim

    @rule(claim=claims)
    def take(self, claim: Claim) -> None:
        if claim.state not in TAKES:
            with pytest.raises(IllegalMove):
                actions.take(claim.row)
            return
        added = claim.planned() - claim.days()
        is_allowed = claim.lot.grants(added, but=claim)
        if self.attempt(lambda: actions.take(claim.row), is_allowed=is_allowed):
            claim.state = ClaimState.TAKEN
            claim.settle()

    @rule(target=claims, lot=lots, stay=stays)
    def arrive(self, lot: Lot, stay: Stay) -> Any:
        """Hold and take in one go."""
        claim = self.hold(lot, stay)
        if isinstance(claim, Claim):
            self.take(claim)
        return claim

    @rule(claim=claims, stay=stays)
    def move(self, claim: Claim, stay: Stay) -> None:
        is_promise = claim.is_held or claim.state is ClaimState.TAKEN
        added = span(*stay) - claim.days() if is_promise else set()
        is_changed = stay != (claim.first, claim.last)

        def move() -> None:
            actions.move(claim.row, starts_on=stay[0], ends_on=stay[1])

        if self.attempt(move, is_allowed=claim.lot.grants(added, but=claim)):
            claim.first, claim.last = stay
            if is_changed and claim.state in LIVE_STATES:
                claim.settle()

    @rule(claim=claims, hours=some.sampled_from([-1, 1, 48]))
    def prolong(self, claim: Claim, hours: int) -> None:
        """An hour ago: the hold is past its time; later: it lives again, if its days are free."""
        until = now() + dt.timedelta(hours=hours)
        is_revived = claim.state is ClaimState.HELD and claim.is_lapsed and hours > 0
        added = claim.planned() if is_revived else set()

        def prolong() -> None:
            actions.prolong_hold(claim.row, until=until)

        if self.attempt(prolong, is_allowed=claim.lot.grants(added, but=claim)):
            claim.is_lapsed = hours < 0
            if claim.state in LIVE_STATES:
                claim.settle()

    @rule(claim=claims, is_returned=some.booleans())
    def release(self, claim: Claim, is_returned: bool) -> None:
        was_live, lot = claim.state in LIVE_STATES, claim.lot
        actions.release(claim.row, is_returned=is_returned)

        if was_live:
            claim.state = ClaimState.RELEASED
        if was_live and lot.is_shared and not is_returned:
            lot.grant(max(lot.open - 1, 0))

    @rule()
    def run_the_job(self) -> None:
        lapsed = [
            claim
            for lot in self.lots
            for claim in lot.claims
            if claim.state is ClaimState.HELD and claim.is_lapsed
        ]
        self.session.flush()

        assert expire_holds(self.session) == len(lapsed)

        for claim in lapsed:
            claim.state = ClaimState.EXPIRED

    @rule(stay=stays, days=some.sampled_from([0, 60]))
    def look(self, stay: Stay, days: int) -> None:
        """At any window, or at one longer than every stay."""
        self.shown(stay[0], stay[1] + days * DAY)
