"""Two town halls that are one, everything that hangs on the second, and a coordinator."""

from types import SimpleNamespace

import pytest

from models.account import Membership
from models.codes.access import Role
from models.codes.organization import PointPrecision, Source
from models.import_memory import ImportLink
from models.offer import AudienceRule
from models.organization import Contact
from tests.duplicates.merging import PUBLIC, Desk
from tests.factories import (
    AccreditationFactory,
    HousingOfferFactory,
    OrganizationFactory,
    PartnerFactory,
    SiteFactory,
)
from tests.guards.casework_rows import one_row_each


@pytest.fixture
def desk(session, browse_as):
    """A coordinator of the Rhône."""
    return Desk(session, browse_as)


@pytest.fixture
def twins(session):
    """`kept` and `absorbed`, which hosts a stay and has one row of everything."""
    placement = one_row_each(session)
    absorbed = placement.organization
    absorbed.legal_name, absorbed.phone = "Ville de Villeurbanne", "+33478036767"
    kept = OrganizationFactory(legal_name="Mairie de Villeurbanne", email="mairie@exemple.fr")
    site = placement.orientation.offer.site
    both = PartnerFactory(organization=kept)
    both.memberships.append(Membership(role=Role.PARTNER_MANAGER, organization=absorbed))
    contact = Contact(site=site, name="Accueil", phone="+33472000000")
    link = ImportLink(
        source=Source.FINESS, origin="", external_id="69", organization_id=absorbed.id
    )
    session.add_all([contact, link, AudienceRule(organization_id=absorbed.id, age_min=18)])
    session.flush()
    return SimpleNamespace(
        kept=kept,
        absorbed_id=absorbed.id,
        absorbed=absorbed,
        placement=placement,
        site=site,
        offer=placement.orientation.offer,
        kept_site=SiteFactory(organization=kept),
        accreditation=AccreditationFactory(organization=absorbed),
        partner=PartnerFactory(organization=absorbed),
        both=both,
        link=link,
    )


@pytest.fixture
def pair(session):
    """Two sites of one shelter, the second with an offer and a contact."""
    owner = OrganizationFactory(legal_name="Horizon Elles")
    kept = SiteFactory(
        organization=owner, name="Maison A", address=PUBLIC, precision=PointPrecision.HOUSENUMBER
    )
    absorbed = SiteFactory(
        organization=owner, name="Maison B", address=PUBLIC, precision=PointPrecision.HOUSENUMBER
    )
    session.add(Contact(site=absorbed, name="Accueil"))
    offer = HousingOfferFactory(site=absorbed, title="Lits d'urgence")
    session.flush()
    return SimpleNamespace(kept=kept, absorbed=absorbed, offer=offer)
