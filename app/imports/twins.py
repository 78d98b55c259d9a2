"""Records that a new line may be about: never merged nor updated without somebody's word."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.imports.lines import Line
from app.imports.saying import OWN
from models.codes.imports import Decision
from models.imports import ImportRow, ImportRun
from search.duplicates import Card, Place, alike, sentences, tell_distinct
from search.duplicates.lines import Match

MOST = 5


def twins(session: Session, lines: Sequence[Line]) -> dict[int, list[dict[str, Any]]]:
    """By line, the open sites likely enough to be the same, the likeliest first, with reasons."""
    placed = [line for line in lines if OWN in line.spots]
    asked = {line.n: (_card(line), line.spots[OWN].town.department_code) for line in placed}
    return {
        n: [_told(match) for match in matches[:MOST]]
        for n, matches in alike(session, asked).items()
    }


def remember_apart(session: Session, run: ImportRun, row: ImportRow) -> None:
    """Somebody said that the line is none of its twins: they are not proposed as one again."""
    if row.decision is not Decision.CREATE or not row.done.get("organization"):
        return
    apart = [(row.done["organization"], twin["organization_id"]) for twin in row.twins]
    departments = {site["department_code"] for site in row.said["sites"].values()}
    tell_distinct(session, apart, by_id=run.account_id, departments=departments)


def _told(match: Match) -> dict[str, Any]:
    """As a line keeps it."""
    site, likeness = match
    return {
        "organization_id": site.organization_id,
        "site_id": site.id,
        "name": site.card.name,
        "place": site.place,
        "score": likeness.score,
        "reasons": sentences(likeness.facts)[0],
    }


def _card(line: Line) -> Card:
    owner, site = line.said["organization"], line.said["sites"][OWN]
    town = line.spots[OWN].town
    lon, lat = site.get("point", (None, None))
    return Card(
        name=owner["legal_name"],
        **{name: owner.get(name) for name in ("acronym", "siret", "finess", "rna")},
        phones=_all(owner.get("phone"), site.get("phone")),
        emails=_all(owner.get("email"), site.get("email")),
        places=(Place(town.code, town.name, site.get("address"), lon, lat),),
        source=line.row.source.value,
        source_id=line.row.external_id,
    )


def _all(*values: str | None) -> frozenset[str]:
    return frozenset(value.lower() for value in values if value)
