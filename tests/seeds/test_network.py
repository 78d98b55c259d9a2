"""The directory of the demonstration: enough of everything, no e-mail of a real town hall."""

import datetime as dt
import re
from collections import Counter

import pytest
import sqlalchemy as sa
from opening_hours import OpeningHours
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.accreditation import Accreditation
from models.base import today
from models.capacity import CapacityReport, PlaceLot
from models.codes.claims import LotState, Sharing
from models.codes.offer import Family, Gender, Publication
from models.codes.organization import AccreditationKind, AccreditationStatus, Source
from models.codes.tig import ListingStatus
from models.offer import Offer
from models.offer_kinds import HousingOffer, TigPost
from models.organization import Contact, Organization, Site, SiteSecret
from models.search import OfferSearch
from tests.seeds.conftest import count

FICTIONAL = re.compile(r"\+33(19900|26191|35301|46571|53649|63998)\d{4}")
ALL = select(func.count())


def test_four_hundred_offers_of_every_family(everything: Session):
    families = Counter(everything.scalars(select(Offer.family)))

    assert set(families) == set(Family)
    assert 400 <= sum(families.values()) <= 450
    assert 240 <= families[Family.TIG] <= 270


def test_no_two_offers_have_the_same_name(everything: Session):
    titles = everything.scalars(select(Offer.title)).all()

    assert len(titles) == len(set(titles))


def test_every_published_offer_is_in_the_search_table(everything: Session):
    published = everything.scalars(
        select(Offer.id).where(Offer.publication == Publication.PUBLISHED)
    )

    assert set(published) <= set(everything.scalars(select(OfferSearch.offer_id)))


@pytest.mark.parametrize("model", [Organization, Site, Contact, Offer])
def test_no_mail_address_of_a_real_town_hall(everything: Session, model):
    joined = {
        Organization: select(Organization.email),
        Site: select(Site.email).join(Site.organization),
        Contact: select(Contact.email).join(Contact.site).join(Site.organization),
        Offer: select(Offer.email).join(Offer.site).join(Site.organization),
    }[model].where(Organization.source == Source.REFERENCE)

    emails = everything.scalars(joined).all()

    assert emails
    assert not any(emails)


def test_fictional_hosts_have_numbers_and_addresses_that_reach_nobody(everything: Session):
    hosts = everything.scalars(select(Organization).where(Organization.source == Source.MANUAL))
    contacts = everything.scalars(select(Contact))

    for one in [*hosts, *contacts]:
        assert FICTIONAL.fullmatch(one.phone or ""), one.phone
        assert one.email is None or one.email.endswith(".example")


def test_accreditations_of_every_state(everything: Session):
    kinds = (AccreditationKind.TIG_LOCAL, AccreditationKind.TIG_NATIONAL)
    query = select(Accreditation).where(Accreditation.kind.in_(kinds))
    found = everything.scalars(query).all()
    soon = today() + dt.timedelta(days=182)

    assert {one.status for one in found} == set(AccreditationStatus)
    assert any(one.kind is AccreditationKind.TIG_NATIONAL for one in found)
    assert any(
        one.status is AccreditationStatus.GRANTED and one.ends_on and one.ends_on < soon
        for one in found
    )


def test_posts_of_every_listing_status(everything: Session):
    assert set(everything.scalars(select(TigPost.listing_status))) == set(ListingStatus)


def test_lots_for_everybody_in_every_state(everything: Session):
    lots = everything.scalars(select(PlaceLot)).all()

    assert {lot.gender for lot in lots} == set(Gender)
    assert {lot.sharing for lot in lots} == set(Sharing)
    assert {lot.state for lot in lots} == set(LotState)
    assert any(lot.households for lot in lots)
    assert any(lot.days for lot in lots)


def test_reports_of_every_freshness(everything: Session):
    spoken = select(CapacityReport.lot_id)
    never = ALL.select_from(PlaceLot).where(PlaceLot.id.not_in(spoken))
    stale = ALL.select_from(PlaceLot).where(PlaceLot.valid_until < func.now())
    fresh = ALL.select_from(PlaceLot).where(PlaceLot.valid_until > func.now())

    assert count(everything, never) > 30
    assert count(everything, stale) > 30
    assert count(everything, fresh) > 150
    assert count(everything, ALL.select_from(CapacityReport).where(CapacityReport.is_clamped)) == 1


def test_two_confidential_sites_show_the_commune_only(everything: Session):
    hidden = everything.scalars(select(Site).where(Site.is_confidential)).all()

    assert len(hidden) == 2
    for site in hidden:
        secret = everything.get_one(SiteSecret, site.id)
        assert site.address is None
        assert secret.address
        assert str(site.public_point) == str(site.commune.point)
        assert str(secret.point) != str(site.public_point)


def test_opening_hours_can_be_read(everything: Session):
    written = everything.scalars(
        sa.union(
            select(Site.opening_hours),
            select(HousingOffer.entry_hours),
        )
    )

    for hours in filter(None, written):
        OpeningHours(hours)
