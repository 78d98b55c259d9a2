"""One offer as it is shared with others: no person, and of a confidential place its commune."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from exchange.rows import Offer, Organization, Site
from exchange.values.reach import national
from models.codes.offer import Cost
from models.codes.organization import PmrAccess


@dataclass(frozen=True, slots=True)
class Shared:
    """An offer, its place and whose it is, with our numbers; `availability` is a sentence.

    `zone_codes` gives the codes of those of its zones that are written as names.
    """

    organization_id: int
    site_id: int
    offer_id: int
    organization: Organization
    site: Site
    offer: Offer
    organization_changed_on: dt.date
    changed_on: dt.date
    confirmed_on: dt.date | None
    availability: str
    zone_codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def told_apart(site: Site) -> Site:
    """A confidential place as anybody may know it: somewhere in a commune."""
    if not site.is_confidential:
        return site
    return Site(
        name=site.city or "",
        commune_code=site.commune_code,
        city=site.city,
        department_code=site.department_code,
        is_confidential=True,
    )


def _known(code: Any, unknown: Any) -> str | None:
    return None if code is unknown else code.label


def _phone(one: Shared) -> str | None:
    number = one.offer.phone or one.site.phone or one.organization.phone
    return national(number) if number else None


# The columns of the spreadsheets; our own reader of spreadsheets understands each of them.
COLUMNS: tuple[tuple[str, Callable[[Shared], Any]], ...] = (
    ("Numéro d'offre", lambda one: one.offer_id),
    ("Offre", lambda one: one.offer.title),
    ("Famille", lambda one: one.offer.family.label),
    ("Sorte", lambda one: one.offer.kind.label),
    ("Structure", lambda one: one.organization.name),
    ("SIRET", lambda one: one.organization.siret),
    ("Lieu", lambda one: one.site.name),
    ("Adresse", lambda one: one.site.address),
    ("Code postal", lambda one: one.site.postal_code),
    ("Commune", lambda one: one.site.city),
    ("Code INSEE", lambda one: one.site.commune_code),
    ("Latitude", lambda one: one.site.lat),
    ("Longitude", lambda one: one.site.lon),
    ("Adresse confidentielle", lambda one: "oui" if one.site.is_confidential else "non"),
    ("Téléphone", _phone),
    ("Courriel", lambda one: one.offer.email or one.site.email or one.organization.email),
    ("Site internet", lambda one: one.organization.website),
    ("Horaires", lambda one: one.offer.hours or one.site.hours),
    ("Accès PMR", lambda one: _known(one.site.pmr_access, PmrAccess.UNKNOWN)),
    ("Description de l'offre", lambda one: one.offer.description),
    ("Femmes ou hommes", lambda one: one.offer.gender and one.offer.gender.label),
    ("Âge minimum", lambda one: one.offer.age_min),
    ("Âge maximum", lambda one: one.offer.age_max),
    ("Coût", lambda one: one.offer.cost_details or _known(one.offer.cost, Cost.UNKNOWN)),
    ("Comment y entrer", lambda one: one.offer.admission and one.offer.admission.label),
    ("Conditions d'accès", lambda one: one.offer.admission_details),
    ("Langues", lambda one: ", ".join(one.offer.languages)),
    ("Zone d'intervention", lambda one: ", ".join(one.offer.zone_eligibility)),
    ("À distance", lambda one: "oui" if one.offer.is_remote else "non"),
    ("Disponibilité", lambda one: one.availability),
    ("Places libres", lambda one: one.offer.free),
    ("Confirmé le", lambda one: one.confirmed_on),
    ("Date de mise à jour", lambda one: one.changed_on),
)
HEADINGS = [heading for heading, _ in COLUMNS]


def cells(one: Shared) -> list[Any]:
    """What a spreadsheet holds of an offer."""
    return [value_of(one) for _, value_of in COLUMNS]
