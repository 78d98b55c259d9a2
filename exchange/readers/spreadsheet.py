"""A département's own spreadsheet: one partner a line, whatever its columns are called."""

import hashlib
import re
from collections.abc import Callable, Mapping

from exchange.line import Line
from exchange.readers.spreadsheet_offers import offers
from exchange.readers.told import Told
from exchange.rows import Organization, Partner, Site
from exchange.values import answers, dates, identifiers, places, reach, text
from exchange.values.french_hours import from_words
from exchange.values.wrong import Wrong
from models.codes.organization import PmrAccess

NOWHERE = "Dites où c'est : une commune, un code postal ou des coordonnées."


def maker(headings: Mapping[str, str]) -> Callable[[Line], tuple[str, Partner] | None]:
    """What makes a partner of a line whose fields are under these headings (field → heading)."""
    return lambda line: _partner(Told(line, headings))


def _partner(told: Told) -> tuple[str, Partner] | None:
    if not told.text("name"):
        told.refuse("name", Wrong("Le nom de la structure manque."))
        return None
    name = told.take("name", text.name) or ""
    site = _site(told, name)
    organization = _organization(told, name, site)
    changed = told.take("updated_on", dates.changed_on)
    partner = Partner(organization, site, offers(told, changed), changed)
    return _key(told, organization, site), partner


def _organization(told: Told, name: str, site: Site) -> Organization:
    return Organization(
        name=name,
        acronym=told.take("acronym", text.line),
        legal_form=told.spare("legal_form", answers.legal_form),
        siret=told.take("siret", identifiers.siret),
        rna=told.take("rna", identifiers.rna),
        finess=told.take("finess", identifiers.finess),
        networks=told.take("networks", answers.several) or (),
        website=told.take("website", reach.website),
        phone=site.phone,
        email=site.email,
        description=told.take("description", text.prose),
    )


def _site(told: Told, name: str) -> Site:
    lat, lon = _point(told)
    site = Site(
        name=told.take("site_name", text.name) or name,
        address=told.take("address", text.address),
        complement=told.take("complement", text.address),
        commune_code=told.take("commune_code", places.insee_code),
        postal_code=told.take("postal_code", places.postal_code),
        city=told.take("city", places.city),
        department_code=told.spare("department_code", places.department_code),
        lon=lon,
        lat=lat,
        hours=told.spare("hours", from_words),
        phone=told.take("phone", reach.phone),
        email=told.take("email", reach.email),
        pmr_access=told.spare("pmr", answers.pmr) or PmrAccess.UNKNOWN,
        is_confidential=told.take("confidential", answers.yes_or_no) or False,
    )
    if not (site.commune_code or site.postal_code or site.city or lat is not None):
        _refuse_nowhere(told)
    return site


def _refuse_nowhere(told: Told) -> None:
    """Only when nothing said where: a place wrongly said has been refused already."""
    if not any(told.text(field) for field in ("commune_code", "postal_code", "city", "lat")):
        told.refuse("city", Wrong(NOWHERE))


def _point(told: Told) -> tuple[float | None, float | None]:
    """Latitude, then longitude: of two columns, or of one that holds both."""
    both = re.split(r"[,;\s]\s*(?=-?\d)", told.text("point").strip())
    if len(both) == 2:
        return (
            told.take("point", lambda _: places.latitude(both[0])),
            told.take("point", lambda _: places.longitude(both[1])),
        )
    return told.take("lat", places.latitude), told.take("lon", places.longitude)


def _key(told: Told, organization: Organization, site: Site) -> str:
    """The file's own identifier, else a digest of who and where."""
    given = told.text("id")
    if given:
        return given[:200]
    who = organization.siret or text.folded(organization.name)
    where = site.commune_code or site.postal_code or text.folded(site.city or "")
    told_apart = "|".join([who, where, text.folded(site.address or "")])
    return hashlib.sha256(told_apart.encode()).hexdigest()[:24]
