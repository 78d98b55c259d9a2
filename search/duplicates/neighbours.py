"""Organizations of one commune whose names are close, and which something else brings together.

A name and a commune alone are no reason: a town has several homes that are called alike.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

import numpy as np
import sqlalchemy as sa
from rapidfuzz import fuzz, process
from sqlalchemy.orm import Session

Ids = tuple[int, int]
# Out of 100; below, no score that counts on the name is high enough (search/duplicates/scoring).
CLOSE = 65
# A town may have hundreds of homes called alike: the nearest in name are enough.
MOST_NEAR = 30
# How many names are compared at once with all those of their commune.
AT_ONCE = 2_000

NAMED = """
SELECT DISTINCT s.insee_code, g.id, g.name_key
FROM directory.organization g JOIN directory.site s ON s.organization_id = g.id
"""
AROUND = """
WHERE s.insee_code IN (
    SELECT insee_code FROM directory.site WHERE organization_id = ANY (:ids))
"""
BESIDES = sa.text("""
SELECT first_id, second_id
FROM unnest(CAST(:firsts AS bigint[]), CAST(:seconds AS bigint[])) AS p(first_id, second_id)
JOIN directory.organization one ON one.id = first_id
JOIN directory.organization two ON two.id = second_id
WHERE left(one.siret, 9) = left(two.siret, 9) OR lower(one.acronym) = lower(two.acronym)
    OR one.phone = two.phone OR lower(one.email) = lower(two.email)
    OR EXISTS (
        SELECT FROM directory.site mine JOIN directory.site other USING (insee_code)
        WHERE mine.organization_id = first_id AND other.organization_id = second_id
        AND (mine.phone = other.phone OR lower(mine.email) = lower(other.email)
            OR similarity(mine.address, other.address) >= 0.4
            OR ST_DWithin(mine.public_point, other.public_point, 300)))
""")


def close_names(session: Session, ids: Collection[int] | None = None) -> set[Ids]:
    """Pairs of ids, the lower first: of the whole network, or of these records with any other."""
    near = sorted(set(_near(session, ids)))
    given = {"firsts": [pair[0] for pair in near], "seconds": [pair[1] for pair in near]}
    return {(first, second) for first, second in session.execute(BESIDES, given)} if near else set()


def _near(session: Session, ids: Collection[int] | None) -> Iterator[Ids]:
    query = NAMED if ids is None else NAMED + AROUND
    communes: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    given = {} if ids is None else {"ids": sorted(ids)}
    for code, key, name in session.execute(sa.text(query), given):
        communes[code].append((key, name or ""))
    for named in communes.values():
        mine = [one for one in named if ids is None or one[0] in ids]
        for start in range(0, len(mine), AT_ONCE):
            yield from _close(mine[start : start + AT_ONCE], named)


def _close(mine: list[tuple[int, str]], named: list[tuple[int, str]]) -> Iterator[Ids]:
    if len(named) < 2:
        return
    told: dict[str, Any] = {"scorer": fuzz.token_sort_ratio, "score_cutoff": CLOSE}
    names = [name for _, name in mine], [name for _, name in named]
    for one, scores in zip(mine, process.cdist(*names, **told, dtype=np.int16), strict=True):
        for at in np.argsort(-scores, kind="stable")[:MOST_NEAR]:
            first, second = sorted((one[0], named[at][0]))
            if scores[at] and first != second:
                yield first, second
