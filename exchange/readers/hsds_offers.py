"""A service of HSDS 3.1 as an offer of ours."""

import datetime as dt
import re
from collections.abc import Mapping

from exchange.line import Line
from exchange.readers.hsds_models import AtLocation, Service
from exchange.readers.hsds_schedule import hours_of
from exchange.rows import Offer, Site
from exchange.values import reach
from exchange.values.kinds import family_of, kind_of
from exchange.values.text import MOST_PROSE, cleaned, name, shortened
from exchange.values.wrong import Wrong
from models.base import Code
from models.codes.offer import AdmissionChannel, Cost, Family, Gender
from models.codes.services import SupportType

FREE = re.compile(r"\b(free|gratuit|no (?:fee|cost|charge))", re.IGNORECASE)
ZONE = re.compile(r"\d{2}|2[AB]|9[78]\d|(?:\d{2}|2[AB])\d{3}|\d{9}|france")
CHANNELS = {channel.label: channel for channel in AdmissionChannel}
GENDERS = {gender.label: gender for gender in Gender}
OLDEST, MOST_PLACES = 120, 10_000


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
    figures = service.capacities[0] if service.capacities else None
    return Offer(
        external_id=service.id,
        family=family,
        kind=kind,
        title=title,
        description=cleaned(service.description) or None,
        site=_elsewhere(service, sites),
        cost=_cost(service),
        cost_details=cleaned(service.fees_description) or None,
        languages=tuple(filter(None, (one.name or one.code for one in service.languages))),
        zone_eligibility=_zone(service),
        is_remote=_is_remote(service),
        admission=CHANNELS.get(service.application_process),
        gender=GENDERS.get(service.eligibility_description.partition("\n")[0]),
        admission_details=_conditions(service),
        documents_required=tuple(one.document for one in service.required_documents),
        age_min=_age(service.minimum_age),
        age_max=_age(service.maximum_age),
        hours=line.spare("services.schedules", service.schedules, hours_of),
        phone=line.spare("services.phones", _phone(service), reach.phone),
        email=line.spare("services.email", service.email, reach.email),
        places=_whole(figures.maximum) if figures else None,
        free=_whole(figures.available) if figures else None,
        updated_on=_changed(service),
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
        return kind_of(told, family_of(family) if family else None)
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


def _cost(service: Service) -> Cost:
    amounts = [option.amount for option in service.cost_options if option.amount is not None]
    if any(amounts):
        return Cost.PAID
    if amounts or FREE.search(service.fees_description):
        return Cost.FREE
    return Cost.PAID if service.fees_description else Cost.UNKNOWN


def _zone(service: Service) -> tuple[str, ...]:
    """Codes of the territory; names and shapes are others' own."""
    told = (area.extent.strip() for area in service.service_areas)
    return tuple(code for code in told if ZONE.fullmatch(code))


def _conditions(service: Service) -> str | None:
    said = [service.eligibility_description, service.application_process]
    return "\n".join(filter(None, map(cleaned, said)))[:MOST_PROSE] or None


def _age(told: float | None) -> int | None:
    return int(told) if told is not None and 0 < told <= OLDEST else None


def _whole(told: float | None) -> int | None:
    return int(told) if told is not None and 0 <= told <= MOST_PLACES else None


def _phone(service: Service) -> str:
    return service.phones[0].number if service.phones else ""


def _changed(service: Service) -> dt.date | None:
    return service.last_modified.date() if service.last_modified else service.assured_date
