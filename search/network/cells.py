"""Keeps the counts by square: the finest from the copies, each wider one from its four."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from search.network.grid import LAST_COUNTED

Square = tuple[int, int]

INSERT = """
INSERT INTO directory.network_cell
    (zoom, x, y, family, offers, free, "full", unknown, suspended, sum_x, sum_y)
"""
FINEST = """
SELECT {zoom}, cell_x, cell_y, family, count(*),
    count(*) FILTER (WHERE sign IN ('free', 'last')),
    count(*) FILTER (WHERE sign IN ('full', 'over')),
    count(*) FILTER (WHERE sign IN ('unknown', 'stale')),
    count(*) FILTER (WHERE sign = 'suspended'),
    sum(ST_X(spot)), sum(ST_Y(spot))
FROM {rows} GROUP BY cell_x, cell_y, family
"""
WIDER = """
SELECT {zoom}, cell.x >> 1, cell.y >> 1, family, sum(offers), sum(free), sum("full"),
    sum(unknown), sum(suspended), sum(sum_x), sum(sum_y)
FROM {rows} GROUP BY cell.x >> 1, cell.y >> 1, family
"""
GIVEN = "unnest(CAST(:xs AS int[]), CAST(:ys AS int[])) AS square (x, y)"
CLEAR = """
DELETE FROM directory.network_cell USING {given}
WHERE zoom = {zoom} AND network_cell.x = square.x AND network_cell.y = square.y
"""
ALL_COPIES = "(SELECT * FROM directory.offer_state WHERE spot IS NOT NULL) AS state"
SOME_COPIES = "{given} JOIN directory.offer_state ON cell_x = square.x AND cell_y = square.y"
ALL_BELOW = "(SELECT * FROM directory.network_cell WHERE zoom = {below}) AS cell"
SOME_BELOW = """{given} JOIN directory.network_cell AS cell ON cell.zoom = {below}
    AND cell.x IN (2 * square.x, 2 * square.x + 1) AND cell.y IN (2 * square.y, 2 * square.y + 1)
"""


def recount(session: Session, squares: Iterable[Square]) -> None:
    """Count these finest squares again, then each wider one that holds them."""
    here = set(squares)
    for zoom in range(LAST_COUNTED, -1, -1):
        ordered = sorted(here)
        given = {"xs": [x for x, _ in ordered], "ys": [y for _, y in ordered]}
        session.execute(_sql(CLEAR, zoom), given)
        session.execute(_sql(INSERT + _some(zoom), zoom), given)
        here = {(x >> 1, y >> 1) for x, y in here}


def recount_all(session: Session) -> None:
    """Count every square of every zoom again."""
    session.execute(sa.text("DELETE FROM directory.network_cell"))
    session.execute(_sql(INSERT + FINEST.replace("{rows}", ALL_COPIES), LAST_COUNTED))
    for zoom in range(LAST_COUNTED - 1, -1, -1):
        session.execute(_sql(INSERT + WIDER.replace("{rows}", ALL_BELOW), zoom))


def _some(zoom: int) -> str:
    if zoom == LAST_COUNTED:
        return FINEST.replace("{rows}", SOME_COPIES)
    return WIDER.replace("{rows}", SOME_BELOW)


def _sql(template: str, zoom: int) -> sa.TextClause:
    return sa.text(template.format(zoom=zoom, below=zoom + 1, given=GIVEN))
