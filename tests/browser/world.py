"""What a browser test finds when it starts: accounts that can sign in, posts, beds."""

from typing import Any

from flask import Flask
from sqlalchemy.orm import Session

from app.sign_in.passwords import hashed
from app.sign_in.second_factor import set_up
from models.account import Account, Unit
from models.capacity import PlaceLot
from tests.browser.aside import within
from tests.browser.opening import PASSWORD
from tests.factories import (
    CounsellorFactory,
    HousingOfferFactory,
    LotFactory,
    OrganizationFactory,
    PartnerFactory,
    SiteFactory,
    TigPostFactory,
    UnitFactory,
    point,
)


class World:
    """Plants rows and commits them: the server reads the same database."""

    def __init__(self, app: Flask, session: Session) -> None:
        self.app, self.session = app, session

    def counsellor(self, unit: Unit | None = None) -> Account:
        """A CPIP of a unit, with an authenticator."""
        account: Account = CounsellorFactory(
            password=self._password(), unit=unit or UnitFactory(phone="+33472000000")
        )
        within(self.app, lambda: set_up(account))
        self.session.commit()
        return account

    def partner(self, lot: PlaceLot) -> Account:
        """The manager of the organization that has this lot."""
        account: Account = PartnerFactory(
            password=self._password(), organization=lot.offer.site.organization
        )
        self.session.commit()
        return account

    def post(self, title: str, *, places: int = 1, lon=4.8795, lat=45.7665, **offer: Any):
        """The lot of a TIG post near Villeurbanne."""
        return self._lot(TigPostFactory, title, places, (lon, lat), offer)

    def bed(self, title: str, *, places: int = 1, lon=4.8795, lat=45.7665, **offer: Any):
        """The lot of a residence near Villeurbanne."""
        return self._lot(HousingOfferFactory, title, places, (lon, lat), offer)

    def commit(self) -> None:
        """Let the server see what was planted."""
        self.session.commit()

    def _password(self) -> str:
        return within(self.app, lambda: hashed(PASSWORD))

    def _lot(self, factory: Any, title: str, places: int, at: tuple[float, float], offer: Any):
        owner = OrganizationFactory(legal_name=f"{title} – structure")
        site = SiteFactory(organization=owner, public_point=point(*at), name=f"Site de {title}")
        lot: PlaceLot = LotFactory(offer=factory(site=site, title=title, **offer), places=places)
        self.session.commit()
        return lot
