"""The extract of FINESS: one establishment a line, in capitals and abbreviations."""

import re

from exchange.line import Line
from exchange.readers.categories import FINESS, NOTHING, Category, Place
from exchange.readers.listed import numbered
from exchange.rows import Offer, Organization, Partner, Site
from exchange.values import dates, identifiers, places, reach, text
from exchange.values.streets import written_out
from models.codes.families import types_of
from models.codes.housing import HousingType
from models.codes.services import CareType

COLUMNS = frozenset({"finess_et", "nom", "categorie_code", "adresse", "code_postal", "ville"})
FOR_CHILDREN = re.compile(r"\b(ENF|ENFANTS?|INFANTO|JUV|JUVENILE|PEDO|CMPEA|CMPE|CMPI|BEBES?)\b")
FOR_ADULTS = re.compile(r"\b(ADULTES?|ADUL)\b")
HOST_HOME = re.compile(r"\bRESIDENCE ACCUEIL\b")


def partner(line: Line) -> tuple[str, Partner] | None:
    """The establishment, its place, and what it offers by its category."""
    known = numbered(line, "finess_et", identifiers.finess)
    if known is None:
        return None
    number, name = known
    category = FINESS.get(line.text("categorie_code"), NOTHING)
    phone = line.take("telephone", reach.phone)
    organization = Organization(
        name=name,
        legal_form=category.legal_form,
        siret=line.take("siret", identifiers.siret),
        finess=number,
        networks=category.networks,
        phone=phone,
        description=line.text("categorie") or None,
    )
    changed = line.take("maj", dates.changed_on)
    offers = _offers(line, category, name)
    return number, Partner(organization, _site(line, name, phone), offers, changed)


def _site(line: Line, name: str, phone: str | None) -> Site:
    return Site(
        name=name,
        address=line.take("adresse", lambda told: written_out(text.address(told))),
        postal_code=line.take("code_postal", places.postal_code),
        city=line.take("ville", places.city),
        lon=line.take("lon", places.longitude),
        lat=line.take("lat", places.latitude),
        phone=phone,
    )


def _offers(line: Line, category: Category, name: str) -> tuple[Offer, ...]:
    place = category.place
    if place is None:
        return ()
    kind = place.kind
    if kind is HousingType.PENSION_FAMILLE and HOST_HOME.search(line.text("nom")):
        kind = HousingType.RES_ACCUEIL
    offer = Offer(
        external_id=kind.value,
        family=place.family,
        kind=types_of(place.family)(kind),
        title=kind.label,
        admission=place.admission,
        age_max=17 if _is_for_children(place, line.text("nom")) else None,
    )
    return (offer,)


def _is_for_children(place: Place, name: str) -> bool:
    """A centre of child psychiatry says so in its name; adults are not referred to it."""
    is_psychiatry = place.kind in (CareType.CMP, CareType.CATTP)
    return is_psychiatry and bool(FOR_CHILDREN.search(name)) and not FOR_ADULTS.search(name)
