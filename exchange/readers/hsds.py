"""HSDS 3.1: organizations with their services, or services with their organization."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from exchange.corrected import REASON_OF_OBJECT, WHOLE
from exchange.files.spool import Kept, Spool
from exchange.line import Line
from exchange.readers.hsds_models import Organization, Service
from exchange.readers.hsds_offers import offer
from exchange.readers.hsds_partners import latest, named, organization_of, sites_of
from exchange.rows import Beside, Fault, Partner, Row, Site
from exchange.values.wrong import Wrong
from models.codes.organization import Source

Model = TypeVar("Model", bound=BaseModel)
Found = tuple[str, int, dict[str, Any]]
REASONS = {
    "missing": "Cette valeur manque.",
    "literal_error": "Un service est active, inactive, defunct ou temporarily closed.",
    "string_too_long": "Ce texte est trop long : 10 000 caractères au plus.",
    "string_type": "Cette valeur devrait être un texte.",
    "value_error": "Écrivez le nom en entier (3 caractères au moins).",
    "tuple_type": "Cette valeur devrait être une liste.",
}


def read_hsds(found: Iterable[Found]) -> Iterator[Row | Fault]:
    """What is not HSDS first, then each organization with its services."""
    spool = Spool()
    try:
        for _, number, told in found:
            for line, one, owner in _parts(number, told):
                yield from _kept(spool, line, one, owner)
        for key, organization, services in spool.families():
            yield _row(key, organization, services)
    finally:
        spool.close()


def _parts(number: int, told: dict[str, Any]) -> Iterator[tuple[Line, dict[str, Any], str | None]]:
    """An organization, then its services; a service, its organization first (owner None)."""
    if "status" in told or "organization_id" in told:
        organization = told.pop("organization", None)
        owner = organization if isinstance(organization, dict) else None
        key = str(told.get("organization_id") or (owner or {}).get("id") or "")
        if owner:
            yield _line(number, owner, "organizations"), owner, None
        yield _line(number, told, "services"), told, key
        return
    services = told.pop("services", None)
    yield _line(number, told, "organizations"), told, None
    for service in services if isinstance(services, list) else ():
        one = service if isinstance(service, dict) else {}
        one.setdefault("organization_id", told.get("id"))
        yield _line(number, one, "services"), one, str(told.get("id"))


def _line(number: int, told: dict[str, Any], part: str) -> Line:
    """What it says in plain words, and the whole of it for who has to correct it."""
    told.pop(REASON_OF_OBJECT, None)
    plain = {field: str(value) for field, value in told.items() if isinstance(value, str | int)}
    return Line(number, {**plain, WHOLE: json.dumps(told)}, part=part)


def _kept(spool: Spool, line: Line, told: dict[str, Any], owner: str | None) -> Iterator[Fault]:
    """Set aside what is right; an organization told again with another service is the same."""
    _check(line, Organization if owner is None else Service, told)
    if line.faults:
        yield from line.faults
    elif owner is None:
        spool.keep("owner", str(told["id"]), line, {**told, "id": str(told["id"])})
    else:
        spool.keep("owned", owner, line, {**told, "id": str(told["id"])})


def _check(line: Line, model: type[BaseModel], told: dict[str, Any]) -> None:
    try:
        model.model_validate(told)
    except ValidationError as errors:
        for error in errors.errors(include_url=False)[:5]:
            field = ".".join(map(str, error["loc"]))
            line.refuse(field, Wrong(REASONS.get(error["type"], "Cette valeur est illisible.")))


def _row(key: str, kept: Kept | None, services: list[Kept]) -> Row:
    """Services alone belong to an organization that came in before."""
    line, *others = [one.line for one in ([kept] if kept else []) + services]
    told = [Service.model_validate(one.told) for one in services]
    organization = Organization.model_validate(kept.told) if kept else None
    sites = sites_of(line, organization, told)
    made = tuple(one for service in told if (one := offer(line, service, sites)))
    if organization is None:
        partner = Partner(None, None, made)
    else:
        home = next(iter(sites.values()), None) or Site(named(organization))
        partner = Partner(organization_of(line, organization), home, made, latest(made))
    beside = tuple(Beside(one.part, one.number, one.cells) for one in others)
    remarks = tuple(line.remarks)
    return Row(line.number, Source.HSDS, key, partner, remarks, line.cells, line.part, beside)
