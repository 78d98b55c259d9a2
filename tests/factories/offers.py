"""Offers of several families, their lots and the claims on them."""

import datetime as dt

import factory

from app.claims.actions import days
from models.base import now, today
from models.capacity import PlaceClaim, PlaceLot
from models.codes.claims import ClaimState
from models.codes.housing import HousingType
from models.codes.offer import AdmissionChannel, Family, Publication, YesNo
from models.codes.services import CareType, EmployerType, SupportType
from models.codes.tig import ListingStatus, TigActivity
from models.offer_kinds import CareOffer, HousingOffer, JobOffer, SupportOffer, TigPost
from tests.factories.accounts import UnitFactory
from tests.factories.base import Factory
from tests.factories.directory import SiteFactory


class OfferFactory(Factory):
    """What every family shares."""

    class Meta:
        abstract = True

    site = factory.SubFactory(SiteFactory)
    publication = Publication.PUBLISHED
    verified_at = factory.LazyFunction(now)


class TigPostFactory(OfferFactory):
    """A listed post, open on weekdays."""

    class Meta:
        model = TigPost

    family = Family.TIG
    title = factory.Sequence(lambda n: f"Entretien des espaces verts {n}")
    admission = AdmissionChannel.AFFECTATION_DSPIP
    activity = TigActivity.ESPACES_VERTS
    nature_of_work = "Tonte, taille et désherbage"
    listing_status = ListingStatus.LISTED
    listed_on = dt.date(2025, 1, 6)
    supervisor_name = "Dominique Roux"


class HousingOfferFactory(OfferFactory):
    """A residence with direct admission."""

    class Meta:
        model = HousingOffer

    family = Family.LOGEMENT
    title = factory.Sequence(lambda n: f"Résidence {n}")
    admission = AdmissionChannel.CANDIDATURE_DIRECTE
    housing_type = HousingType.RS
    tag_compatible = YesNo.YES


class JobOfferFactory(OfferFactory):
    """A work-integration site."""

    class Meta:
        model = JobOffer

    family = Family.EMPLOI_FORMATION
    title = factory.Sequence(lambda n: f"Agent d'entretien {n}")
    admission = AdmissionChannel.PRESCRIPTION_SPIP
    employer_type = EmployerType.ACI


class CareOfferFactory(OfferFactory):
    """An addiction clinic."""

    class Meta:
        model = CareOffer

    family = Family.SANTE
    title = factory.Sequence(lambda n: f"CSAPA {n}")
    admission = AdmissionChannel.SANS_RDV
    care_type = CareType.CSAPA


class SupportOfferFactory(OfferFactory):
    """A desk that helps with papers."""

    class Meta:
        model = SupportOffer

    family = Family.DROITS
    title = factory.Sequence(lambda n: f"Domiciliation {n}")
    admission = AdmissionChannel.SANS_RDV
    support_type = SupportType.DOMICILIATION


class LotFactory(Factory):
    """A lot of dedicated places."""

    class Meta:
        model = PlaceLot

    offer = factory.SubFactory(TigPostFactory)
    label = "Tous publics"
    places = 1
    open = factory.SelfAttribute("places")


class ClaimFactory(Factory):
    """A hold from tomorrow for thirty days."""

    class Meta:
        model = PlaceClaim
        exclude = ("unit", "starts_on", "ends_on")

    unit = factory.SubFactory(UnitFactory)
    starts_on = factory.LazyFunction(lambda: today() + dt.timedelta(days=1))
    ends_on = factory.LazyAttribute(lambda claim: claim.starts_on + dt.timedelta(days=29))
    lot = factory.SubFactory(LotFactory)
    unit_id = factory.SelfAttribute("unit.id")
    state = ClaimState.HELD
    during = factory.LazyAttribute(lambda claim: days(claim.starts_on, claim.ends_on))
    expires_at = factory.LazyFunction(lambda: now() + dt.timedelta(days=7))
    taken_at = factory.LazyAttribute(
        lambda claim: now() if claim.state is ClaimState.TAKEN else None
    )
