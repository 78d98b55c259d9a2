"""Rules on lots and reports: what the host says of its places, and how it shares them."""

from typing import Any

import pytest
from hypothesis import strategies as some
from hypothesis.stateful import MultipleResults, consumes, initialize, multiple, precondition, rule

from app.claims import reports
from app.directory.actions.lots import LotInUse, add_lot, remove_lot, share
from models.base import now
from models.capacity import CapacityReport, PlaceLot
from models.codes.claims import LotState, Sharing
from tests.properties.machine import Machine, lots
from tests.properties.model import DAY, Lot

MOST = 3
places = some.integers(0, 2)
sharings = some.sampled_from(Sharing)


class OnLots(Machine):
    """What the host does; none of it is ever refused, since it is reality."""

    @initialize(target=lots)
    def begin(self) -> Any:
        """A post of one place, and a hostel that has said it has one for us."""
        post, hostel = self.added(1, Sharing.DEDICATED), self.added(2, Sharing.SHARED)
        self.report(hostel, 1, LotState.OPEN)
        return multiple(post, hostel)

    @precondition(lambda self: len(self.lots) < MOST)
    @rule(target=lots, size=places, sharing=sharings)
    def add(self, size: int, sharing: Sharing) -> Lot:
        return self.added(size, sharing)

    def added(self, size: int, sharing: Sharing) -> Lot:
        row = add_lot(self.session, self.offer, places=size, sharing=sharing)
        lot = Lot(row, size, sharing, open=0 if sharing is Sharing.SHARED else size)
        self.lots.append(lot)
        return lot

    @rule(target=lots, lot=consumes(lots))
    def remove(self, lot: Lot) -> Lot | MultipleResults[Lot]:
        """One that was claimed or reported stays for ever."""
        if lot.claims or lot.reports:
            with pytest.raises(LotInUse):
                remove_lot(self.session, lot.row)
            return lot
        remove_lot(self.session, lot.row)
        self.lots.remove(lot)
        return multiple()

    @rule(lot=lots, sharing=sharings)
    def share(self, lot: Lot, sharing: Sharing) -> None:
        share(lot.row, sharing)

        lot.sharing = sharing
        if sharing is Sharing.DEDICATED:
            lot.grant(lot.places)

    @rule(lot=lots, answer=some.integers(0, 2), state=some.sampled_from(LotState))
    def report(self, lot: Lot, answer: int, state: LotState) -> None:
        kept = reports.report(lot.row, answer=answer, said=self.said, state=state)

        wanted = lot.live() + answer
        assert kept.is_clamped == (lot.is_shared and wanted > lot.places)
        lot.places = lot.places if lot.is_shared else wanted
        self.heard(lot, kept, min(lot.places, wanted), state)

    @rule(lot=lots, is_full=some.booleans())
    def press(self, lot: Lot, is_full: bool) -> None:
        """« Complet » or « Inchangé », the two buttons."""
        kept = (reports.full if is_full else reports.unchanged)(lot.row, said=self.said)

        if not is_full:
            self.heard(lot, kept, lot.open, lot.state)
            return
        is_waiting = lot.state is LotState.WAITING_LIST
        state = LotState.WAITING_LIST if is_waiting else LotState.OPEN
        lot.places = lot.places if lot.is_shared else lot.live()
        self.heard(lot, kept, min(lot.places, lot.live()), state)

    @rule(lot=lots, size=places)
    def resize(self, lot: Lot, size: int) -> None:
        kept = reports.set_places(lot.row, size, said=self.said)

        lot.places = size
        self.heard(lot, kept, min(lot.open, size) if lot.is_shared else size, lot.state)

    @rule(lot=lots)
    def let_the_report_age(self, lot: Lot) -> None:
        if lot.reports:
            lot.row.valid_until = now() - DAY
            lot.valid_on = now().date() - DAY

    def heard(self, lot: Lot, kept: CapacityReport, opened: int, state: LotState) -> None:
        """The report says what the lot then is, and keeps the claims it counted."""
        lot.grant(opened)
        lot.hear(state)
        row: PlaceLot = lot.row
        assert (kept.places, kept.open, kept.state) == (row.places, row.open, row.state)
        assert len(kept.claims_shown) == lot.live()
