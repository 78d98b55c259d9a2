"""Work-integration employers, as the ASP and les emplois de l'inclusion list them."""

from exchange.line import Line
from exchange.readers.categories import EMPLOYERS, NOTHING
from exchange.readers.listed import numbered
from exchange.rows import Offer, Organization, Partner, Site
from exchange.values import dates, identifiers, places, reach, text

COLUMNS = frozenset({"pk", "type", "siret", "nom", "enseigne", "geocoding_score"})


def partner(line: Line) -> tuple[str, Partner] | None:
    """The employer, its place, and the jobs its type gives; the sign of the shop names the site."""
    known = numbered(line, "pk")
    if known is None:
        return None
    number, name = known
    category = EMPLOYERS.get(line.text("type"), NOTHING)
    organization = Organization(
        name=name,
        legal_form=category.legal_form,
        siret=line.take("siret", identifiers.siret),
        networks=category.networks,
        website=line.take("site", reach.website),
        description=line.take("description", text.prose),
    )
    changed = line.take("maj", dates.changed_on)
    return number, Partner(organization, _site(line, name), _offers(line), changed)


def _site(line: Line, name: str) -> Site:
    return Site(
        name=line.take("enseigne", text.name) or name,
        address=line.take("adresse", text.address),
        complement=line.take("complement", text.line),
        postal_code=line.take("code_postal", places.postal_code),
        city=line.take("ville", places.city),
        department_code=line.take("departement", places.department_code),
        lon=line.take("lon", places.longitude),
        lat=line.take("lat", places.latitude),
    )


def _offers(line: Line) -> tuple[Offer, ...]:
    place = EMPLOYERS.get(line.text("type"), NOTHING).place
    if place is None:
        return ()
    offer = Offer(
        external_id=place.kind.value,
        family=place.family,
        kind=place.kind,
        title=place.kind.label,
        admission=place.admission,
    )
    return (offer,)
