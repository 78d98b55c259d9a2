"""A service of HSDS 3.1 as an offer of ours."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace

from exchange.line import Line
from exchange.readers.hsds_models import AtLocation, Service
from exchange.readers.hsds_schedule import hours_of
from exchange.readers.hsds_terms import on_terms
from exchange.rows import Offer, Site
from exchange.values import reach
from exchange.values.kinds import family_of, known_kind
from exchange.values.text import cleaned, name, shortened
from exchange.values.wrong import Wrong
from models.base import Code
from models.codes.offer import Family, Gender
from models.codes.services import SupportType

ZONE = re.compile(r"\d{2}|2[AB]|9[78]\d|(?:\d{2}|2[AB])\d{3}|\d{9}|france")
GENDERS = {gender.label: gender for gender in Gender}
OLDEST = 120


def offer(line: Line, service: Service, sites: Mapping[str, Site]) -> Offer | None:
    """The service; None, with a remark, when it is not active any more."""
    if service.status != "active":
        shown = f"« {service.name[:80]} » n'est plus proposé ({service.status}) : il n'est pas lu."
        line.note("services", Wrong(shown))
        return None
    title = line.spare("services.name", shortened(cleaned(service.name)), name)
    if title is None:
        return None
    family, kind = _kind(service, title)
    made = Offer(
        external_id=service.id,
        family=family,
        kind=kind,
        title=title,
        description=cleaned(service.description) or None,
        site=_elsewhere(service, sites),
        is_remote=_is_remote(service),
        updated_on=_changed(service),
    )
    return _reached(_for_whom(on_terms(made, service), line, service), line, service)


def _for_whom(made: Offer, line: Line, service: Service) -> Offer:
    """Whom it welcomes; ages that contradict each other are left out."""
    youngest, oldest = _age(service.minimum_age), _age(service.maximum_age)
    if youngest and oldest and youngest > oldest:
        line.note("services.maximum_age", Wrong("L'âge maximum est inférieur à l'âge minimum."))
        youngest = oldest = None
    return replace(
        made,
        age_min=youngest,
        age_max=oldest,
        gender=GENDERS.get(service.eligibility_description.partition("\n")[0]),
        languages=tuple(filter(None, (one.name or one.code for one in service.languages))),
        zone_eligibility=_zone(service),
    )


def _reached(made: Offer, line: Line, service: Service) -> Offer:
    """When it is open, and how to call on it."""
    return replace(
        made,
        hours=line.spare("services.schedules", service.schedules, hours_of),
        phone=line.spare("services.phones", _phone(service), reach.phone),
        email=line.spare("services.email", service.email, reach.email),
    )


def _kind(service: Service, title: str) -> tuple[Family, Code]:
    """By our own words when it has them (« LOGEMENT/CHRS »), else by any word we know."""
    for attribute in service.attributes:
        family, _, kind = attribute.taxonomy_term.code.partition("/")
        found = _known(kind, family) or _known(attribute.taxonomy_term.name, "")
        if found:
            return found
    return _known(title, "") or (Family.DROITS, SupportType.AUTRE)


def _known(told: str, family: str) -> tuple[Family, Code] | None:
    try:
        return known_kind(told, family_of(family) if family else None)
    except Wrong:
        return None


def _elsewhere(service: Service, sites: Mapping[str, Site]) -> Site | None:
    """Its first place, unless that is the one of the organization (the first of `sites`)."""
    home = next(iter(sites), None)
    keys = [at.location.id if at.location else at.location_id for at in _places(service)]
    return None if not keys or home in keys else sites.get(keys[0])


def _places(service: Service) -> list[AtLocation]:
    return [at for at in service.service_at_locations if not _is_virtual(at)]


def _is_virtual(at: AtLocation) -> bool:
    return bool(at.location and at.location.location_type == "virtual")


def _is_remote(service: Service) -> bool:
    """One of the places where it is given is a virtual one."""
    return any(_is_virtual(at) for at in service.service_at_locations)


def _zone(service: Service) -> tuple[str, ...]:
    """Codes of the territory; names and shapes are others' own."""
    told = (area.extent.strip() for area in service.service_areas)
    return tuple(code for code in told if ZONE.fullmatch(code))


def _age(told: float | None) -> int | None:
    return int(told) if told is not None and 0 < told <= OLDEST else None


def _phone(service: Service) -> str:
    return service.phones[0].number if service.phones else ""


def _changed(service: Service) -> dt.date | None:
    return service.last_modified.date() if service.last_modified else service.assured_date
