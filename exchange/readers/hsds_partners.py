"""An organization of HSDS and its places, as ours."""

import datetime as dt

from exchange.line import Line
from exchange.readers.hsds_base import Location
from exchange.readers.hsds_models import Identifier, Organization, Service
from exchange.readers.hsds_sites import site_of
from exchange.rows import Offer, Site
from exchange.rows import Organization as OurOrganization
from exchange.values import identifiers, reach
from exchange.values.text import cleaned, name, shortened


def sites_of(line: Line, owner: Organization | None, services: list[Service]) -> dict[str, Site]:
    """Every physical place, those of the organization first, by identifier."""
    own = owner.locations if owner else []
    there = [at.location for one in services for at in one.service_at_locations if at.location]
    places: dict[str, Location] = {}
    for location in (*own, *there):
        if location.location_type == "physical":
            places.setdefault(location.id, location)
    label = named(owner) if owner else ""
    return {key: site_of(line, place, label) for key, place in places.items()}


def organization_of(line: Line, told: Organization) -> OurOrganization:
    """Who it is; a number that does not hold is left out."""
    said = {one.identifier_type.upper(): one for one in told.organization_identifiers}
    return OurOrganization(
        name=named(told),
        siret=line.spare("siret", _number(said, "SIRET", told), identifiers.siret),
        rna=line.spare("rna", _number(said, "RNA", told), identifiers.rna),
        finess=line.spare("finess", _number(said, "FINESS", told), identifiers.finess),
        acronym=cleaned(told.alternate_name)[:30] or None,
        website=line.spare("website", told.website, reach.website),
        phone=line.spare("phones", told.phones[0].number, reach.phone) if told.phones else None,
        email=line.spare("email", told.email, reach.email),
        description=cleaned(told.description) or None,
    )


def _number(said: dict[str, Identifier], kind: str, told: Organization) -> str:
    """A French SIRET is also put under `tax_id`."""
    if kind in said:
        return said[kind].identifier
    return told.tax_id if kind == "SIRET" and len(told.tax_id) == identifiers.SIRET_DIGITS else ""


def named(told: Organization) -> str:
    """Its name, cut if it must be; a check has seen that there is one."""
    return name(shortened(cleaned(told.name)))


def latest(offers: tuple[Offer, ...]) -> dt.date | None:
    """The last day something of it changed."""
    return max((one.updated_on for one in offers if one.updated_on), default=None)
