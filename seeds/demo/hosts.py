"""Fictional hosts: an organization, its site near a real town hall, and whom to call."""

from typing import Any

from geoalchemy2.shape import to_shape
from sqlalchemy.orm import Session

from app.directory import actions
from models.codes.organization import LegalForm, PmrAccess, PointPrecision
from models.organization import Organization, Site
from models.reference import Commune
from seeds.demo.drawing import Drawn, slug

ACCESS = (PmrAccess.YES, PmrAccess.YES, PmrAccess.PARTIAL, PmrAccess.NO, PmrAccess.UNKNOWN)
FAR_KM = 2.5


def plant_organization(session: Session, name: str, entry: dict[str, Any]) -> Organization:
    """A fictional partner."""
    drawn = Drawn(name)
    return actions.create_organization(
        session,
        legal_name=name,
        legal_form=LegalForm(entry.get("form", "ASSOCIATION")),
        phone=drawn.landline(),
        email=f"contact@{slug(name)}.example",
        website=f"https://www.{slug(name)}.example",
        description="Structure fictive, créée pour la démonstration.",
    )


def plant_host(session: Session, name: str, entry: dict[str, Any], city: Commune) -> Site:
    """A fictional partner with its only site."""
    drawn = Drawn(f"{name}, site")
    organization = plant_organization(session, name, entry)
    site = _site(session, organization, drawn, entry, city)
    actions.add_contact(
        session,
        site,
        name=drawn.person(),
        function="Responsable de l'accueil",
        phone=drawn.mobile(),
        email=f"accueil@{slug(name)}.example",
    )
    return site


def _site(
    session: Session, organization: Organization, drawn: Drawn, entry: dict[str, Any], city: Commune
) -> Site:
    lon, lat = place(drawn, city, entry["km"])
    return actions.add_site(
        session,
        organization,
        name=organization.legal_name,
        insee_code=city.insee_code,
        address=drawn.street(),
        postal_code=city.postal_codes[0].code,
        lon=lon,
        lat=lat,
        precision=PointPrecision.STREET,
        pmr_access=drawn.dice.choice(ACCESS),
        nearest_stop=drawn.stop(),
        nearest_stop_walk_min=drawn.dice.randint(2, 14),
        is_car_needed=entry["km"] >= FAR_KM,
        opening_hours=entry["hours"],
        phone=organization.phone,
        email=organization.email,
    )


def plant_desk(session: Session, site: Site) -> None:
    """A service one can call at a town hall: a desk, nobody's name."""
    drawn = Drawn(f"{site.name}, service")
    actions.add_contact(
        session, site, name=drawn.desk(), function="Accueil des TIG", phone=drawn.landline()
    )


def place(drawn: Drawn, city: Commune, km: float) -> tuple[float, float]:
    """Somewhere at this distance of the city's town hall."""
    hall = city.town_hall
    point = hall.point if hall and hall.point is not None else city.point
    assert point is not None
    lon, lat = to_shape(point).coords[0]
    return drawn.near(lon, lat, km)
