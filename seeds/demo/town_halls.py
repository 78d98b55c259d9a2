"""Town halls of the three départements as organizations with their sites; no e-mail is copied."""

import re

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from models.codes.commune import CommuneKind
from models.codes.organization import LegalForm, OrganizationStatus, PointPrecision, Source
from models.organization import Organization, Site
from models.reference import Commune
from seeds.demo.drawing import Drawn, town_hall_of
from seeds.demo.reading import read

DEPARTMENTS = ("01", "42", "69")


def communes(session: Session) -> dict[str, Commune]:
    """The communes and arrondissements that have a town hall, by INSEE code."""
    query = (
        select(Commune)
        .where(Commune.department_code.in_(DEPARTMENTS), Commune.town_hall.has())
        .options(joinedload(Commune.town_hall), selectinload(Commune.postal_codes))
        .order_by(Commune.insee_code)
    )
    return {commune.insee_code: commune for commune in session.scalars(query).unique()}


def plant_town_halls(session: Session, known: dict[str, Commune]) -> dict[str, Site]:
    """One organization a commune; the arrondissements are sites of their city."""
    hosts = set(hosting(known))
    owners: dict[str, Organization] = {}
    sites = {}
    for code, commune in sorted(known.items(), key=lambda item: item[1].kind, reverse=True):
        owner = owners.get(commune.parent_code or "") or _organization(commune, code in hosts)
        owners.setdefault(code, owner)
        sites[code] = _site(owner, commune)
    session.add_all(sites.values())
    session.flush()
    return sites


def hosting(known: dict[str, Commune]) -> dict[str, list[str]]:
    """The keys of the posts of each town hall that hosts, by INSEE code: the largest communes."""
    plan = read("town_halls")
    wanted = set(plan["chosen"])
    for department, count in plan["hosts"].items():
        here = [one for one in known.values() if one.department_code == department]
        cities = [one for one in here if one.kind is CommuneKind.COMMUNE]
        largest = sorted(cities, key=lambda one: (-(one.population or 0), one.insee_code))
        wanted |= {one.insee_code for one in largest[:count]}
    return {code: plan["chosen"].get(code) or _posts(known[code]) for code in sorted(wanted)}


def _posts(commune: Commune) -> list[str]:
    plan = read("town_halls")
    many = next(n for least, n in plan["posts_by_population"] if (commune.population or 0) >= least)
    return Drawn(commune.insee_code).dice.sample(plan["usual"], many)


def _organization(commune: Commune, is_host: bool) -> Organization:
    return Organization(
        legal_name=town_hall_of(commune).name,
        legal_form=LegalForm.COMMUNE,
        website=town_hall_of(commune).website,
        phone=_number(town_hall_of(commune).phone),
        status=OrganizationStatus.ACTIVE if is_host else OrganizationStatus.PROSPECT,
        source=Source.REFERENCE,
        source_id=commune.insee_code,
    )


def _site(owner: Organization, commune: Commune) -> Site:
    hall = town_hall_of(commune)
    is_placed = hall.point is not None
    return Site(
        organization=owner,
        name=hall.name,
        address=", ".join(hall.address.split("\n")[:-1]) or None,
        postal_code=commune.postal_codes[0].code if commune.postal_codes else None,
        insee_code=commune.insee_code,
        department_code=commune.department_code,
        public_point=hall.point if is_placed else commune.point,
        precision=PointPrecision.HOUSENUMBER if is_placed else PointPrecision.MUNICIPALITY,
        opening_hours=hall.opening_hours,
        phone=_number(hall.phone),
    )


def _number(phone: str | None) -> str | None:
    """The number as it is stored: +33472103030."""
    digits = re.sub(r"\D", "", phone or "")
    return f"+33{digits[1:]}" if len(digits) == 10 and digits[0] == "0" else phone
