"""A batch of lines compared with the directory: created, changed, left, doubtful or rejected."""

from collections.abc import Iterator, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.imports.anchors import Anchor, anchors
from app.imports.communes import Communes
from app.imports.copying import copy
from app.imports.following import wait
from app.imports.knowing import known
from app.imports.lines import Item, Line, still_open
from app.imports.locating import locate
from app.imports.rules import compare
from app.imports.saying import Facts
from app.imports.twins import twins
from exchange.kinds import Kind
from exchange.rows import Fault, Row
from exchange.values.kinds import NO_TIG
from models.codes.imports import Outcome
from models.codes.offer import Family
from models.imports import ImportRow, ImportRun
from search.indexing.tables import table

NOT_YOURS = "Cette commune n'est pas dans votre territoire."
TWICE = "Cet identifiant est déjà dans le fichier, à la ligne {line}."
NO_OWNER = "La structure de cette offre n'est ni dans le fichier, ni dans l'annuaire."
CONFIDENTIAL = "L'adresse de ce site est confidentielle : il se corrige dans sa fiche."


def preview(
    session: Session, run: ImportRun, communes: Communes, items: Sequence[Item], first: int
) -> None:
    """Write down what each of these lines is found to be; `first` is the number of the first."""
    lines = [Line(n, item) for n, item in enumerate(items, first)]
    for line in lines:
        if isinstance(line.item, Row):
            line.faults += line.item.remarks
        else:
            line.reject(*line.item)
    locate(session, lines, communes, run.territory)
    _refuse(session, run, lines)
    _compare(session, run, lines)
    named = name_column(run)
    copy(session, table(ImportRow), [line.as_values(run.id, named) for line in lines])


def name_column(run: ImportRun) -> str:
    """The heading under which a line says its name, in a free spreadsheet or a published list."""
    usual = "name" if run.kind == Kind.HSDS else "nom"
    return next((one["heading"] for one in run.columns if one["field"] == "name"), usual)


def _refuse(session: Session, run: ImportRun, lines: Sequence[Line]) -> None:
    """What cannot go in from this file, or not from this account."""
    seen = _already_read(session, run, lines)
    for line in still_open(lines):
        for fault in _objections(run, line, seen):
            line.reject(fault)
        if line.row.partner.organization:
            seen.setdefault(line.row.external_id, line.row.line)


def _objections(run: ImportRun, line: Line, seen: Mapping[str, int]) -> Iterator[Fault]:
    number, partner = line.row.line, line.row.partner
    if partner.organization and line.row.external_id in seen:
        told = TWICE.format(line=seen[line.row.external_id])
        yield Fault(number, "identifiant", line.row.external_id, told)
    if any(offer.family is Family.TIG for offer in partner.offers):
        yield Fault(number, "offre", Family.TIG.label, NO_TIG)
    for spot in line.spots.values():
        if run.territory is not None and spot.town.department_code not in run.territory:
            yield Fault(number, "commune", f"{spot.town.name} ({spot.town.code})", NOT_YOURS)


def _already_read(session: Session, run: ImportRun, lines: Sequence[Line]) -> dict[str, int]:
    names = [line.row.external_id for line in still_open(lines)]
    before = sa.select(ImportRow.external_id, ImportRow.line).where(
        ImportRow.run_id == run.id,
        ImportRow.external_id.in_(names),
        ImportRow.said.has_key("organization"),
        ImportRow.outcome != Outcome.REJECT,
    )
    return {name: line for name, line in session.execute(before) if name}


def _compare(session: Session, run: ImportRun, lines: Sequence[Line]) -> None:
    """With the records they stand for; the others are new, or look like some that are not."""
    left = still_open(lines)
    found = anchors(session, {line.key for line in left}, run.origin) if left else {}
    held = known(session, found)
    for line in left:
        if line.key in found:
            judge(line, found[line.key], held[line.key])
    _judge_new(session, run, still_open(left))


def _judge_new(session: Session, run: ImportRun, lines: Sequence[Line]) -> None:
    """New partners, unless they look like known ones; new offers of partners just read."""
    owners = set(_already_read(session, run, lines))
    for line in lines:
        if line.row.partner.organization:
            line.outcome = Outcome.CREATE
            owners.add(line.row.external_id)
    for line in still_open(lines):
        line.outcome = Outcome.CREATE
        if line.row.external_id not in owners:
            line.reject(Fault(line.row.line, "structure", line.row.external_id, NO_OWNER))
    _doubt(session, [line for line in lines if line.row.partner.organization])
    wait(session, run, lines)


def _doubt(session: Session, lines: Sequence[Line]) -> None:
    """New partners that look like known ones wait for somebody's word."""
    alike = twins(session, lines)
    for line in lines:
        if line.n in alike:
            line.outcome, line.twins = Outcome.DOUBT, alike[line.n]


def judge(line: Line, anchor: Anchor, held: Facts) -> None:
    """A line about a known record: what it would change there."""
    line.organization_id, line.site_id = anchor.organization_id, anchor.site_id
    said = line.said
    if any(site.get("is_confidential") for site in held["sites"].values()):
        line.faults.append(Fault(line.row.line, "site", "", CONFIDENTIAL))
        said = {"organization": said["organization"]} if "organization" in said else {}
    result = compare(said, held, anchor.said)
    line.changes = [change.as_facts() for change in result.changes]
    line.kept = result.kept
    line.outcome = Outcome.CHANGE if line.changes else Outcome.SAME
