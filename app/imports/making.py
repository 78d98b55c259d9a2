"""What one line makes and changes, and the account of it that undoing needs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.imports import writing
from app.imports.anchors import source_id
from app.imports.holding import Held, plain
from app.imports.saying import OWN
from models.imports import ImportRow
from models.offer import Offer
from models.organization import Organization, Site

# Undone backwards: a point says its precision, which is then put back as it was.
MOVED = ("precision", "point", "department_code", "insee_code")
MEANWHILE = "Une valeur a été modifiée entre-temps, elle est gardée."


@dataclass(slots=True)
class Made:
    """The partner a line is about, what the line added to it, and each value it replaced."""

    organization: Organization
    site: Site | None
    offers: dict[str, Offer] = field(default_factory=dict)
    is_new: bool = False
    new_sites: list[Site] = field(default_factory=list)
    new_offers: dict[str, Offer] = field(default_factory=dict)
    changed: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def make(row: ImportRow, origin: str, held: Held) -> Made:
    """A new partner with its own site; its offers come next."""
    assert row.source
    assert row.external_id
    name = source_id(row.source, row.external_id, origin)
    owner = writing.new_organization(row.said["organization"], source=row.source, source_id=name)
    made = Made(owner, None, is_new=True)
    if OWN in row.said["sites"]:
        made.site = add_site(made, row, OWN, held)
    return made


def add_site(made: Made, row: ImportRow, key: str, held: Held) -> Site:
    """The partner's own site, or that of an offer that is elsewhere."""
    site = writing.new_site(made.organization, row.said["sites"][key], held.centres)
    made.new_sites.append(site)
    return site


def add_offer(made: Made, row: ImportRow, key: str, held: Held) -> None:
    """One offer, at its own site if the line gives one."""
    site = add_site(made, row, key, held) if key in row.said["sites"] else made.site
    if site is None:
        made.notes.append("L'offre n'a pas de site.")
        return
    made.new_offers[key] = made.offers[key] = writing.new_offer(site, row.said["offers"][key])


def change(made: Made, row: ImportRow, held: Held) -> None:
    """What the preview announced, where nobody changed it since."""
    _add(made, row, held)
    before: dict[tuple[str, int], tuple[Any, dict[str, Any]]] = {}
    for one in row.changes:
        if not one["name"]:
            continue
        record = _record(made, one["target"], one["name"], held)
        if record is None or plain(record, one["name"]) != one["old"]:
            made.notes.append(MEANWHILE)
            continue
        table = sa.inspect(type(record)).base_mapper.local_table
        known = before.setdefault((str(table.name), record.id), (record, {}))[1]
        known |= {name: plain(record, name) for name in _moved(one["name"]) if name not in known}
        _replace(record, row.said, one, held)
    made.changed = [one for key, (record, was) in before.items() for one in _told(key, record, was)]


def _add(made: Made, row: ImportRow, held: Held) -> None:
    """The parts that a known partner did not have."""
    for target in (one["target"] for one in row.changes if not one["name"]):
        kind, _, key = target.partition(":")
        if kind == "offer":
            add_offer(made, row, key, held)
        elif key == OWN and made.site is None:
            made.site = add_site(made, row, OWN, held)


def _moved(name: str) -> tuple[str, ...]:
    """The columns that one value moves; undone from the last to the first."""
    return MOVED if name in MOVED else (name,)


def _replace(record: Any, said: Mapping[str, Any], one: Mapping[str, Any], held: Held) -> None:
    """One value; the département follows the commune, and so does a point that was its own."""
    writing.put(record, one["name"], one["new"])
    if isinstance(record, Site) and one["name"] == "insee_code":
        told = said["sites"][one["target"].partition(":")[2]]
        record.department_code = told["department_code"]
        if "point" not in told:
            writing.to_the_centre(record, held.centres)


def _told(key: tuple[str, int], record: Any, before: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Each value replaced, with what stands there now."""
    table, number = key
    for name, old in before.items():
        new = plain(record, name)
        if new != old:
            yield {"table": table, "id": number, "name": name, "old": old, "new": new}


def _record(made: Made, target: str, name: str, held: Held) -> Any:
    """The record that a change is about, None when it is gone."""
    kind, _, key = target.partition(":")
    if kind == "organization":
        return made.organization
    offer = made.offers.get(key)
    if kind == "site":
        return made.site if key == OWN else offer and held.sites.get(offer.site_id)
    if offer and name in writing.AUDIENCE:
        return held.audiences.get(offer.id)
    return offer


def account(session: Session, made: Made, row: ImportRow) -> dict[str, Any]:
    """What was made and replaced, once every record has its number; adds places and audiences."""
    for key, offer in made.new_offers.items():
        said = row.said["offers"][key]
        parts = (writing.new_lot(offer, said), writing.new_audience(offer, said))
        session.add_all(part for part in parts if part)
    return {
        "organization": made.organization.id if made.is_new else None,
        "sites": [site.id for site in made.new_sites],
        "offers": [offer.id for offer in made.new_offers.values()],
        "changed": made.changed,
    }
