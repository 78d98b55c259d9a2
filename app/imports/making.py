"""What one line makes and changes, and the account of it that undoing needs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from app.imports import writing
from app.imports.creating import Sheaf
from app.imports.holding import Held, plain
from app.imports.saying import OWN
from app.imports.stamping import stamp
from models.imports import ImportRow
from models.organization import Site

# Undone backwards: a point says its precision, which is then put back as it was.
MOVED = ("precision", "point", "department_code", "insee_code")
MEANWHILE = "Une valeur a été modifiée entre-temps, elle est gardée."
NOWHERE = "L'offre n'a pas de site."


@dataclass(slots=True)
class Made:
    """The partner a line is about, what the line added to it, and each value it replaced."""

    organization_id: int
    site_id: int | None
    offers: dict[str, int] = field(default_factory=dict)
    is_new: bool = False
    new_sites: list[int] = field(default_factory=list)
    new_offers: list[int] = field(default_factory=list)
    changed: list[dict[str, Any]] = field(default_factory=list)
    stamps: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def account(self) -> dict[str, Any]:
        """What was made and replaced."""
        return {
            "organization": self.organization_id if self.is_new else None,
            "sites": self.new_sites,
            "offers": self.new_offers,
            "changed": self.changed,
            "stamps": self.stamps,
        }


def make(row: ImportRow, source_id: str, sheaf: Sheaf) -> Made:
    """A new partner with its own site; its offers come next."""
    assert row.source
    key = sheaf.organization(row.said["organization"], source=row.source, source_id=source_id)
    made = Made(key, None, is_new=True)
    if OWN in row.said["sites"]:
        made.site_id = add_site(made, row, OWN, sheaf)
    return made


def add_site(made: Made, row: ImportRow, key: str, sheaf: Sheaf) -> int:
    """The partner's own site, or that of an offer that is elsewhere."""
    site_id = sheaf.site(row.said["sites"][key], made.organization_id)
    made.new_sites.append(site_id)
    return site_id


def add_offer(made: Made, row: ImportRow, key: str, sheaf: Sheaf) -> None:
    """One offer, at its own site if the line gives one."""
    site_id = add_site(made, row, key, sheaf) if key in row.said["sites"] else made.site_id
    if site_id is None:
        made.notes.append(NOWHERE)
        return
    made.offers[key] = sheaf.offer(row.said["offers"][key], made.organization_id, site_id)
    made.new_offers.append(made.offers[key])


def add_parts(made: Made, row: ImportRow, sheaf: Sheaf) -> None:
    """The parts that a known partner did not have."""
    for target in (one["target"] for one in row.changes if not one["name"]):
        kind, _, key = target.partition(":")
        if kind == "offer":
            add_offer(made, row, key, sheaf)
        elif key == OWN and made.site_id is None:
            made.site_id = add_site(made, row, OWN, sheaf)


def change(made: Made, row: ImportRow, held: Held) -> None:
    """What the preview announced, where nobody changed it since."""
    before: dict[tuple[str, int], tuple[Any, dict[str, Any]]] = {}
    for one in (one for one in row.changes if one["name"]):
        record = _record(made, one["target"], one["name"], held)
        if record is None or plain(record, one["name"]) != one["old"]:
            made.notes.append(MEANWHILE)
            continue
        table = sa.inspect(type(record)).base_mapper.local_table
        known = before.setdefault((str(table.name), record.id), (record, {}))[1]
        known |= {name: plain(record, name) for name in _moved(one["name"]) if name not in known}
        _replace(record, row.said, one, held)
    made.changed = [one for key, (record, was) in before.items() for one in _told(key, record, was)]
    made.stamps = stamp(record for record, _ in before.values())


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
        return held.organizations.get(made.organization_id)
    offer = held.offers.get(made.offers.get(key, 0))
    if kind == "site":
        return held.sites.get((made.site_id if key == OWN else offer and offer.site_id) or 0)
    if offer and name in writing.AUDIENCE:
        return held.audiences.get(offer.id)
    return offer
