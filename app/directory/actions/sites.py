"""Verbs on sites: where they are, and what of it everybody may know."""

import datetime as dt
from typing import Required, TypedDict, Unpack

from geoalchemy2 import WKBElement
from geoalchemy2.shape import from_shape
from shapely import Point
from sqlalchemy.orm import Session, object_session

from models.codes.organization import PmrAccess, PointPrecision
from models.organization import Organization, Site, SiteSecret
from models.reference import Commune
from search.geocoder.france import in_france

SECRET = ("address", "phone", "email")
LEADING_THERE = (
    *SECRET,
    *("postal_code", "accessibility_url"),
    *("nearest_stop", "nearest_stop_walk_min", "last_service_time"),
)


class NotInFrance(ValueError):
    """The point falls outside metropolitan France and the overseas départements."""


class SiteTerms(TypedDict, total=False):
    """What is said of a site; `lon` and `lat` in degrees, both or none."""

    name: Required[str]
    insee_code: Required[str]
    address: str | None
    postal_code: str | None
    lon: float | None
    lat: float | None
    precision: PointPrecision
    is_confidential: bool
    pmr_access: PmrAccess
    accessibility_url: str | None
    nearest_stop: str | None
    nearest_stop_walk_min: int | None
    last_service_time: dt.time | None
    is_car_needed: bool
    opening_hours: str | None
    phone: str | None
    email: str | None


def add_site(session: Session, organization: Organization, **terms: Unpack[SiteTerms]) -> Site:
    """A new site; only its own partner may give a confidential address (row security)."""
    site = Site(organization=organization)
    # The commune is read before the site is complete enough to be written.
    with session.no_autoflush:
        _say(session, site, terms)
    session.add(site)
    session.flush()
    _keep_secret(session, site, terms)
    return site


def correct_site(site: Site, **terms: Unpack[SiteTerms]) -> None:
    """Say where it is and how it is now; a secret not given again stays as it is."""
    session = object_session(site)
    assert session is not None
    _say(session, site, terms)
    session.flush()
    _keep_secret(session, site, terms)


def _say(session: Session, site: Site, terms: SiteTerms) -> None:
    commune = session.get_one(Commune, terms["insee_code"])
    point = _point(terms)
    for name, value in terms.items():
        if name not in ("lon", "lat"):
            setattr(site, name, value)
    site.commune, site.department_code = commune, commune.department_code
    site.public_point = point or commune.point
    if point is None:
        site.precision = PointPrecision.MUNICIPALITY
    if site.is_confidential:
        _hide(site, commune)


def _hide(site: Site, commune: Commune) -> None:
    """Everybody sees the commune: nothing else that leads there (design §4); a trigger insists."""
    for name in LEADING_THERE:
        setattr(site, name, None)
    site.public_point, site.precision = commune.point, PointPrecision.HIDDEN


def _keep_secret(session: Session, site: Site, terms: SiteTerms) -> None:
    secret = session.get(SiteSecret, site.id)
    if not site.is_confidential:
        _reveal(session, site, secret)
        return
    said = {name: value for name, value in terms.items() if name in SECRET and value}
    if not said:
        return
    if secret is None:
        secret = SiteSecret(site_id=site.id, organization_id=site.organization_id)
        session.add(secret)
    _place_secret(secret, terms)
    for name, value in said.items():
        setattr(secret, name, value)
    session.flush()


def _place_secret(secret: SiteSecret, terms: SiteTerms) -> None:
    """A point given is that of the address; another address without one forgets the old point."""
    address = terms.get("address")
    is_own = terms.get("precision") is not PointPrecision.MUNICIPALITY
    point = _point(terms) if is_own else None
    if address and (point or address != secret.address):
        secret.point = point


def _reveal(session: Session, site: Site, secret: SiteSecret | None) -> None:
    """What was secret and is not said again is still how to reach it."""
    if secret is not None:
        site.phone, site.email = site.phone or secret.phone, site.email or secret.email
        session.delete(secret)
        session.flush()


def _point(terms: SiteTerms) -> WKBElement | None:
    """A point on earth, longitude first; None when it was not given."""
    lon, lat = terms.get("lon"), terms.get("lat")
    if lon is None or lat is None:
        return None
    if not in_france(lon, lat):
        raise NotInFrance(f"{lon} {lat}")
    return from_shape(Point(lon, lat), srid=4326)
