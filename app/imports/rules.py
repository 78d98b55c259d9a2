"""What importing a line would change: what it says against what is known; pure.

What the source says anew is proposed; what was corrected here since the source last spoke, and
which the source only repeats, is kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Facts = Mapping[str, Any]
# An offer of another kind is another offer; the département follows the commune, the precision
# the point; a number of places is the partner's to say, a secret its own page's.
NEVER_CHANGED = frozenset(
    {"family", "type", "places", "department_code", "precision", "is_confidential"}
)


@dataclass(frozen=True, slots=True)
class Change:
    """One value to be written; `target` is "organization", "site:<id>" or "offer:<id>"."""

    target: str
    name: str
    old: Any
    new: Any

    def as_facts(self) -> dict[str, Any]:
        """As a run's line keeps it."""
        return {"target": self.target, "name": self.name, "old": self.old, "new": self.new}


@dataclass(slots=True)
class Compared:
    """What would change, what is new under a known partner, and what stays as corrected here."""

    changes: list[Change] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def compare(said: Facts, known: Facts, last_said: Facts) -> Compared:
    """All three have the same shape: organization, sites by offer, offers by the source's id.

    A part that is not known is new, unless the source already gave it: then it was removed here.
    """
    found = Compared()
    for target, new, old, last in _parts(said, known, last_said):
        if old is None and last is None:
            found.changes.append(Change(target, "", None, _title(new)))
        elif old is None:
            found.kept.append(target)
        else:
            _compare_part(found, target, new, old, last or {})
    return found


def _parts(
    said: Facts, known: Facts, last_said: Facts
) -> Iterator[tuple[str, Facts, Facts | None, Facts | None]]:
    """Each part of what is said, with the same of what is known and of what was said last."""
    if organization := said.get("organization"):
        known_one, last = known.get("organization"), last_said.get("organization")
        yield "organization", organization, known_one, last
    for group, label in (("sites", "site"), ("offers", "offer")):
        for key, part in said.get(group, {}).items():
            known_one = known.get(group, {}).get(key)
            yield f"{label}:{key}", part, known_one, last_said.get(group, {}).get(key)


def _compare_part(found: Compared, target: str, new: Facts, old: Facts, last: Facts) -> None:
    for name, value in new.items():
        if name in NEVER_CHANGED or old.get(name) == value:
            continue
        if last.get(name) == value:
            found.kept.append(f"{target}.{name}")
        else:
            found.changes.append(Change(target, name, old.get(name), value))


def _title(part: Facts) -> str:
    return str(part.get("title") or part.get("legal_name") or part.get("name") or "")
