"""A women's shelter that was a public place once, in the sample world, and its secrets."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.directory import actions
from app.network.refreshing import refresh_all
from models.base import now
from models.capacity import PlaceLot
from models.codes.claims import ClaimState
from models.codes.offer import Publication
from models.codes.organization import LegalForm
from models.organization import Contact
from tests import factories as make
from tests.guards.world import World, world

# Words and figures found nowhere else in the world, nor in each other.
ADDRESS = "17 impasse des Zinzolins"
STOP = "Carrefour Pervenche"
PHONE, CONTACT_PHONE = "+33478314159", "+33478271828"
EMAIL, CONTACT_EMAIL = "porte@quinconce.example", "veille@gueuloir.example"
CONTACT = "Apolline Vertugadin"
POINT, MOVED = (4.89137, 45.75861), (4.90749, 45.78326)
TITLE = "Maison Garance"
PUBLIC: dict[str, Any] = {"name": TITLE, "insee_code": "69266", "is_confidential": False}
SECRET: dict[str, Any] = {
    "address": ADDRESS,
    "phone": PHONE,
    "email": EMAIL,
    "lon": POINT[0],
    "lat": POINT[1],
}
HERE = {"zoom": 13, "x": 4207, "y": 2924}


@pytest.fixture(scope="module")
def shelter(app, database, settings) -> Iterator[World]:
    """The sample world, whose ids lead to the shelter; undone when the module is over."""
    with world(app, database, settings) as made:
        made.ids |= planted(made.session) | HERE
        made.accounts |= entitled(made.session, made.ids)
        refresh_all(made.session)
        made.session.commit()
        yield made


def planted(session: Session) -> dict[str, Any]:
    """The ids of a site that everybody could see, until it became confidential."""
    owner = make.OrganizationFactory(
        legal_name="Association Horizon", legal_form=LegalForm.ASSOCIATION, phone="+33472101010"
    )
    open_to_all = PUBLIC | SECRET | {"nearest_stop": STOP, "postal_code": "69100"}
    site = actions.add_site(session, owner, **open_to_all)
    offer = make.HousingOfferFactory(site=site, title=TITLE, publication=Publication.PUBLISHED)
    lot = make.LotFactory(offer=offer, places=4)
    contact = Contact(site=site, name=CONTACT, phone=CONTACT_PHONE, email=CONTACT_EMAIL)
    session.add(contact)
    session.commit()
    actions.correct_site(site, **(PUBLIC | SECRET | {"is_confidential": True}))
    session.commit()
    return {
        "organization_id": owner.id,
        "site_id": site.id,
        "offer_id": offer.id,
        "lot_id": lot.id,
        "contact_id": contact.id,
        "family_code": "LOGEMENT",
    }


def entitled(session: Session, ids: dict[str, Any]) -> dict[str, Any]:
    """Those who may read the address, and one who could until yesterday."""
    lot = session.get_one(PlaceLot, ids["lot_id"])
    here, before = make.CounsellorFactory(), make.CounsellorFactory()
    make.ClaimFactory(lot=lot, unit=here.memberships[0].unit)
    ended = {"state": ClaimState.RELEASED, "ended_at": now()}
    make.ClaimFactory(lot=lot, unit=before.memberships[0].unit, **ended)
    owner = lot.offer.organization
    return {
        "claimant": here,
        "claimed before": before,
        "own manager": make.PartnerFactory(organization=owner),
        "own tutor": make.TutorFactory(organization=owner),
    }
