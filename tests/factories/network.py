"""Rows of the network's copies, written without the worker that keeps them."""

import datetime as dt

import factory
from geoalchemy2 import WKTElement
from geoalchemy2.shape import to_shape

from models.base import now, today
from models.codes.network import Sign
from models.codes.offer import Family
from models.network import OfferState
from models.network_days import NetworkDay
from search.network.grid import cell, spot
from tests.factories.base import Factory
from tests.factories.offers import TigPostFactory


class OfferStateFactory(Factory):
    """A TIG post in Villeurbanne with two places free, confirmed today."""

    class Meta:
        model = OfferState
        exclude = ("offer", "lon", "lat", "place", "ground")

    offer = factory.SubFactory(TigPostFactory)
    offer_id = factory.SelfAttribute("offer.id")
    family = factory.SelfAttribute("offer.family")
    type_code = factory.SelfAttribute("offer.type_code")
    title = factory.SelfAttribute("offer.title")
    title_key = factory.LazyAttribute(lambda state: state.title.lower())
    organization_key = factory.LazyAttribute(
        lambda state: state.offer.organization.legal_name.lower()
    )
    commune_key = "villeurbanne"
    site_id = factory.SelfAttribute("offer.site_id")
    organization_id = factory.SelfAttribute("offer.site.organization_id")
    insee_code = factory.SelfAttribute("offer.site.insee_code")
    epci_siren = "200046977"
    department_code = factory.SelfAttribute("offer.site.department_code")
    region_code = "84"
    place = factory.LazyAttribute(
        lambda state: (
            to_shape(state.offer.site.public_point) if state.offer.site.public_point else None
        )
    )
    lon = factory.LazyAttribute(lambda state: state.place.x if state.place else None)
    lat = factory.LazyAttribute(lambda state: state.place.y if state.place else None)
    ground = factory.LazyAttribute(
        lambda state: None if state.lon is None else spot(state.lon, state.lat)
    )
    point = factory.LazyAttribute(
        lambda state: (
            None if state.lon is None else WKTElement(f"POINT({state.lon} {state.lat})", srid=4326)
        )
    )
    spot = factory.LazyAttribute(
        lambda state: (
            None
            if state.ground is None
            else WKTElement(f"POINT({state.ground[0]} {state.ground[1]})", srid=3857)
        )
    )
    cell_x = factory.LazyAttribute(lambda state: state.ground and cell(*state.ground)[0])
    cell_y = factory.LazyAttribute(lambda state: state.ground and cell(*state.ground)[1])
    sign = Sign.FREE
    free = 2
    places = 2
    open = factory.SelfAttribute("places")
    held = 0
    placements = 0
    audiences = factory.LazyFunction(lambda: ["MEN", "WOMEN", "CHILDREN", "PMR", "TAG"])
    days = factory.LazyFunction(list)
    bands = factory.LazyFunction(list)
    verified_at = factory.LazyFunction(now)
    due_at = factory.LazyAttribute(lambda state: _later(state.verified_at, 61))
    stale_at = factory.LazyAttribute(lambda state: _later(state.verified_at, 121))
    needs_accreditation = False
    accredited_until = None


def _later(at: dt.datetime | None, days: int) -> dt.datetime | None:
    return None if at is None else at + dt.timedelta(days=days)


class NetworkDayFactory(Factory):
    """A day of TIG posts in Villeurbanne: ten places, none taken."""

    class Meta:
        model = NetworkDay

    day = factory.LazyFunction(today)
    insee_code = "69266"
    family = Family.TIG
    department_code = "69"
    offers = 2
    places = 10
    free = factory.LazyAttribute(lambda day: max(day.places - day.held - day.placements, 0))
    held = 0
    placements = 0
    unknown = 0
