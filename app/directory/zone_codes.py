"""The codes of the territories whose people an offer takes, where a name says one without doubt."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.offer import Offer
from models.reference import Commune, Department, Epci, Region

FRANCE = "france"
EVERYWHERE = [FRANCE, "toute la france", "france entiere"]
NOWHERE = sa.literal(None, sa.Text)


@dataclass(frozen=True)
class Territory:
    """What a name may mean; a région is its départements (data·inclusion, zone_eligibilite)."""

    codes: frozenset[str]
    department_code: str | None
    is_department: bool = False


class ZoneCodes:
    """The names written by some offers, with all that each may mean, read at once."""

    def __init__(self, session: Session, offers: Iterable[Offer]) -> None:
        # Codes begin with a digit; nothing is asked about them.
        zones = {zone for offer in offers for zone in offer.zone_eligibility}
        written = {zone for zone in zones if not zone[:1].isdigit()}
        self.meanings = _meanings(session, written) if written else {}

    def of(self, offer: Offer) -> dict[str, tuple[str, ...]]:
        """Its zones that are names of one territory, as written, with their codes."""
        home = offer.site.department_code
        chosen = {zone: _sure(self.meanings.get(zone, ()), home) for zone in offer.zone_eligibility}
        return {zone: tuple(sorted(codes)) for zone, codes in chosen.items() if codes}


def _sure(meanings: Collection[Territory], home: str) -> frozenset[str]:
    """The only one, or the only one of the offer's département: Vienne is a town of Isère too."""
    if len({one.codes for one in meanings}) > 1:
        near = [one for one in meanings if one.department_code == home]
        # Paris is a commune and a département, which hold the same people.
        meanings = [one for one in near if one.is_department] or near
    found = {one.codes for one in meanings}
    return found.pop() if len(found) == 1 else frozenset()


def _meanings(session: Session, written: set[str]) -> dict[str, set[Territory]]:
    codes: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    homes: dict[tuple[str, str, str], str | None] = {}
    for row in session.execute(_named(written)):
        at = (row.written, row.kind, row.which)
        codes[at].add(row.code)
        homes[at] = row.home
    found: dict[str, set[Territory]] = defaultdict(set)
    for at, told in codes.items():
        found[at[0]].add(Territory(frozenset(told), homes[at], at[1] == "department"))
    return found


def _named(written: set[str]) -> sa.Select[Any]:
    """One row a code that a name may mean, as the name was written."""
    texts = sa.literal(sorted(written), sa.ARRAY(sa.Text))
    zone = sa.func.unnest(texts).table_valued("name").render_derived(name="zone")
    territory = sa.union_all(*_territories()).subquery("territory")
    is_named = territory.c.key == sa.func.directory.folded(zone.c.name)
    return sa.select(zone.c.name.label("written"), territory).select_from(
        sa.join(zone, territory, is_named)
    )


def _territories() -> Iterator[sa.Select[Any]]:
    """All that has a name: what kind it is, which one, its codes, its département, its name."""
    everywhere = sa.func.unnest(sa.literal(EVERYWHERE, sa.ARRAY(sa.Text)))
    folded, of_region = sa.func.directory.folded, Department.region_code == Region.code
    insee, home, code = Commune.insee_code, Commune.department_code, Department.code
    yield _called("commune", insee, insee, home, Commune.name_key)
    yield _called("department", code, code, code, Department.name_key)
    yield _called("epci", Epci.siren, Epci.siren, NOWHERE, folded(Epci.name))
    yield _called("region", Region.code, code, NOWHERE, folded(Region.name)).where(of_region)
    yield _called(FRANCE, sa.literal(FRANCE), sa.literal(FRANCE), NOWHERE, everywhere)


def _called(kind: str, which: Any, code: Any, home: Any, key: Any) -> sa.Select[Any]:
    return sa.select(
        sa.literal(kind).label("kind"),
        which.label("which"),
        code.label("code"),
        home.label("home"),
        key.label("key"),
    )
