"""data·inclusion v1: structures and services, of JSON, CSV or a workbook, brought together."""

from collections.abc import Iterable, Iterator
from typing import Any

from exchange.corrected import ADDED, PART
from exchange.files.spool import Kept, Spool
from exchange.files.table import Table
from exchange.line import Line
from exchange.readers import inclusion_cells as cells
from exchange.readers.inclusion_checks import check, unknown
from exchange.readers.inclusion_offers import offer
from exchange.readers.inclusion_sites import place
from exchange.rows import Beside, Fault, Organization, Partner, Row, Site
from exchange.values import dates, identifiers, reach
from exchange.values.wrong import Wrong
from models.codes.organization import Source

STRUCTURES, SERVICES = "structures", "services"
COLUMNS = {
    SERVICES: frozenset({"structure_id", "id", "nom", "date_maj"}),
    STRUCTURES: frozenset({"source", "id", "nom", "date_maj"}),
}
Told = tuple[Line, dict[str, Any]]


def part_of(fields: Iterable[str]) -> str | None:
    """Whether these are the fields of a structure or of a service."""
    there = set(fields)
    return next((part for part, columns in COLUMNS.items() if columns <= there), None)


def of_tables(tables: Iterable[Table]) -> Iterator[Told]:
    """The rows of the sheets that hold structures or services, but those that only explain."""
    for table in tables:
        usual = part_of(table.headings) or STRUCTURES
        for row in table.lines():
            if not cells.is_ignored(row.cells):
                said = row.text(PART)
                part = said if said in COLUMNS else usual
                line = Line(row.number, row.cells, part=part)
                line.faults += row.faults
                yield line, cells.of_row(row.cells)


def of_objects(found: Iterable[tuple[str, int, dict[str, Any]]]) -> Iterator[Told]:
    """The objects of a JSON."""
    seen: set[str] = set()
    for _, number, told in found:
        part = SERVICES if "structure_id" in told else STRUCTURES
        line = Line(number, cells.texts(told), part=part)
        for field in unknown(part, told.keys() - seen):
            seen.add(field)
            line.note(field, Wrong(dropped(field)))
        yield line, cells.of_object(told)


def strange(headings: Iterable[str]) -> list[str]:
    """The columns that no part of the table has; lines to correct are of both, on one sheet."""
    names = set(headings)
    parts = COLUMNS if PART in names else [part_of(names) or STRUCTURES]
    return sorted(set.intersection(*(set(unknown(part, names - ADDED)) for part in parts)))


def dropped(field: str) -> str:
    """What the package does in silence."""
    return f"« {field} » n'existe pas dans data·inclusion v1 : cette valeur n'est pas lue."


def read_inclusion(lines: Iterable[Told]) -> Iterator[Row | Fault]:
    """Rejected structures and services first, then each structure with its services."""
    spool = Spool()
    try:
        for line, told in lines:
            if not line.faults:
                check(line, line.part, told)
            if not line.faults and not _keep(spool, line, told):
                line.refuse("id", Wrong("Cet identifiant est déjà pris plus haut dans le fichier."))
            yield from line.faults
        for key, structure, services in spool.families():
            yield _row(key, structure, services)
    finally:
        spool.close()


def _keep(spool: Spool, line: Line, told: dict[str, Any]) -> bool:
    if line.part == SERVICES:
        return spool.keep("owned", told["structure_id"], line, told)
    return spool.keep("owner", told["id"], line, told)


def _row(key: str, structure: Kept | None, services: list[Kept]) -> Row:
    """Services alone belong to a structure that came in before."""
    if structure is None:
        offers = tuple(offer(one, (), None) for one in services)
        first = services[0].line
        partner = Partner(None, None, offers)
    else:
        first, told = structure
        site = place(first, told, told["nom"])
        organization = _organization(first, told, site)
        offers = tuple(offer(one, organization.networks, site) for one in services)
        partner = Partner(organization, site, offers, dates.day(told["date_maj"]))
    lines = [*([structure.line] if structure else []), *(one.line for one in services)]
    remarks = tuple(remark for line in lines for remark in line.remarks)
    beside = tuple(Beside(line.part, line.number, line.cells) for line in lines[1:])
    return Row(
        first.number,
        Source.DATA_INCLUSION,
        key,
        partner,
        remarks,
        first.cells,
        first.part,
        beside,
    )


def _organization(line: Line, told: dict[str, Any], site: Site) -> Organization:
    return Organization(
        name=site.name,
        siret=line.take("siret", identifiers.siret),
        networks=tuple(sorted(told.get("reseaux_porteurs") or ())),
        website=line.take("site_web", reach.website),
        phone=site.phone,
        email=site.email,
        description=told.get("description"),
    )
