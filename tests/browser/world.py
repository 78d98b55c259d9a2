"""What a browser test finds when it starts: accounts that can sign in, posts, beds."""

from functools import cache
from typing import Any

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.sign_in.passwords import hashed
from app.sign_in.second_factor import set_up
from models.account import Account, Unit
from models.capacity import PlaceLot
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus
from models.mail import OutgoingMail
from models.orientation import Orientation
from models.placement import Placement
from tests.browser.aside import within
from tests.browser.opening import PASSWORD
from tests.factories import (
    CounsellorFactory,
    HousingOfferFactory,
    LotFactory,
    NeedFactory,
    OrganizationFactory,
    OrientationFactory,
    PartnerFactory,
    PersonFactory,
    PlacementFactory,
    SiteFactory,
    TigPostFactory,
    UnitFactory,
    point,
)


@cache
def password(app: Flask) -> str:
    """The one password of everybody, hashed once: it is made to be slow."""
    return within(app, lambda: hashed(PASSWORD))


class World:
    """Plants rows and commits them: the server reads the same database."""

    def __init__(self, app: Flask, session: Session) -> None:
        self.app, self.session = app, session

    def counsellor(self, unit: Unit | None = None) -> Account:
        """A CPIP of a unit, with an authenticator."""
        return self.staff(CounsellorFactory, unit or UnitFactory(phone="+33472000000"))

    def staff(self, role: Any, unit: Unit | None = None) -> Account:
        """Somebody of that role, in a unit unless the role has none, with an authenticator."""
        account: Account = role(password=password(self.app), unit=unit)
        within(self.app, lambda: set_up(account))
        self.session.commit()
        return account

    def partner(self, lot: PlaceLot) -> Account:
        """The manager of the organization that has this lot."""
        account: Account = PartnerFactory(
            password=password(self.app), organization=lot.offer.site.organization
        )
        self.session.commit()
        return account

    def post(self, title: str, *, places: int = 1, lon=4.8795, lat=45.7665, **offer: Any):
        """The lot of a TIG post near Villeurbanne."""
        return self._lot(TigPostFactory, title, places, (lon, lat), offer)

    def bed(self, title: str, *, places: int = 1, lon=4.8795, lat=45.7665, **offer: Any):
        """The lot of a residence near Villeurbanne."""
        return self._lot(HousingOfferFactory, title, places, (lon, lat), offer)

    def request(self, counsellor: Account, lot: PlaceLot, **how: Any) -> Orientation:
        """A request for one place of this lot; sent unless said otherwise."""
        person = PersonFactory(officer=counsellor, first_name="Samir")
        need = NeedFactory(plan__person=person, family=lot.offer.family)
        orientation: Orientation = OrientationFactory(need=need, lot=lot, **how)
        self.session.commit()
        return orientation

    def stay(self, counsellor: Account, lot: PlaceLot, **how: Any) -> Placement:
        """A confirmed stay that has not begun, unless said otherwise."""
        confirmed = {"status": OrientationStatus.CONFIRMED, "claim_state": ClaimState.TAKEN}
        orientation = self.request(counsellor, lot, **confirmed)
        placement: Placement = PlacementFactory(orientation=orientation, **how)
        self.session.commit()
        return placement

    def letter_to(self, account: Account) -> str:
        """The last e-mail written to somebody."""
        self.session.rollback()
        written = select(OutgoingMail.body).where(OutgoingMail.recipient == account.email)
        return self.session.scalars(written.order_by(OutgoingMail.id.desc())).first() or ""

    def commit(self) -> None:
        """Let the server see what was changed."""
        self.session.commit()

    def _lot(self, factory: Any, title: str, places: int, at: tuple[float, float], offer: Any):
        owner = OrganizationFactory(legal_name=f"{title} – structure")
        site = SiteFactory(organization=owner, public_point=point(*at), name=f"Site de {title}")
        lot: PlaceLot = LotFactory(offer=factory(site=site, title=title, **offer), places=places)
        self.session.commit()
        return lot
