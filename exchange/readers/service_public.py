"""Public services and justice, from the directory of the administration (DILA)."""

import json
import re

from exchange.line import Line
from exchange.readers.categories import SERVICES, STATE
from exchange.readers.listed import numbered
from exchange.rows import Offer, Organization, Partner, Site
from exchange.values import dates, hours, places, reach, text
from exchange.values.streets import written_out
from models.codes.services import SupportType

COLUMNS = frozenset({"id", "type", "nom", "code_insee", "ouverture_json", "editeur"})
NUMBER_AND_COST = re.compile(r"^\s*\{")


def partner(line: Line) -> tuple[str, Partner] | None:
    """The service or the court, its place, its hours, and what its type offers."""
    known = numbered(line, "id")
    if known is None:
        return None
    number, name = known
    category = SERVICES.get(line.text("type"), STATE)
    site = _site(line, name)
    organization = Organization(
        name=name,
        legal_form=category.legal_form,
        networks=category.networks,
        website=line.take("site", reach.website),
        phone=site.phone,
        email=site.email,
        description=line.take("commentaire", text.prose),
    )
    changed = line.take("maj", dates.changed_on)
    return number, Partner(organization, site, _offers(line, name), changed)


def _site(line: Line, name: str) -> Site:
    return Site(
        name=name,
        address=line.take("adresse", lambda told: written_out(text.address(told))),
        commune_code=line.take("code_insee", places.insee_code),
        postal_code=line.take("code_postal", places.postal_code),
        city=line.take("ville", places.city),
        department_code=line.take("departement", places.department_code),
        lon=line.take("lon", places.longitude),
        lat=line.take("lat", places.latitude),
        hours=line.take("ouverture_json", hours.from_slots),
        phone=line.take("telephone", _phone),
        email=line.take("email", reach.email),
    )


def _phone(told: str) -> str:
    """A number, or a number with what it costs to call it."""
    if not NUMBER_AND_COST.match(told):
        return reach.phone(told)
    try:
        number = json.loads(told)["$t"]
    except (ValueError, KeyError, TypeError, RecursionError):
        number = ""
    return reach.phone(str(number))


def _offers(line: Line, name: str) -> tuple[Offer, ...]:
    place = SERVICES.get(line.text("type"), STATE).place
    if place is None:
        return ()
    youngest, oldest = place.ages
    offer = Offer(
        external_id=place.kind.value,
        family=place.family,
        kind=place.kind,
        title=name if place.kind is SupportType.AUTRE else place.kind.label,
        admission=place.admission,
        age_min=youngest,
        age_max=oldest,
    )
    return (offer,)
