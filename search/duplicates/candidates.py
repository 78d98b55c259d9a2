"""Which records are worth comparing: they share a number, or a name and a place.

Comparing each with each would be 400 million pairs. PostgreSQL finds those of equal identifiers
and those 150 m from each other on earth; names of one commune are compared in memory.
"""

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.codes.duplicates import Level
from search.duplicates.neighbours import Ids, close_names

# A telephone that so many share is a switchboard: it brings nobody together.
MOST_SHARING = 12
# One number may stand for all the establishments of a town.
MOST_IDENTIFIED = 40

EVERY = {"which": "mine.id < other.id", "kept": "MATERIALIZED", "among": "HAVING count(*) > 1"}
SOME = {
    "which": "mine.id <> other.id AND mine.id = ANY (:ids)",
    "kept": "NOT MATERIALIZED",
    "among": "HAVING bool_or(id = ANY (:ids)) AND count(*) > 1",
}
EXACT = "precision IN ('HOUSENUMBER', 'STREET')"

# One telephone or e-mail alone, under names that have nothing in common, is never proposed.
ORGANIZATIONS = f"""
WITH owned AS MATERIALIZED (
    SELECT id, 'siret' AS kind, siret AS key FROM directory.organization WHERE siret > ''
    UNION SELECT id, 'finess', finess FROM directory.organization WHERE finess > ''
    UNION SELECT id, 'rna', rna FROM directory.organization WHERE rna > ''
    UNION SELECT id, 'phone', phone FROM directory.organization WHERE phone > ''
    UNION SELECT id, 'email', lower(email) FROM directory.organization WHERE email > ''
    UNION SELECT organization_id, 'phone', phone FROM directory.site WHERE phone > ''
    UNION SELECT organization_id, 'email', lower(email) FROM directory.site WHERE email > ''
), few AS MATERIALIZED (
    SELECT kind, key FROM owned GROUP BY kind, key
    HAVING count(*) BETWEEN 2 AND
        CASE WHEN kind IN ('phone', 'email') THEN {MOST_SHARING} ELSE {MOST_IDENTIFIED} END
), sharing AS (
    SELECT least(mine.id, other.id) AS first_id, greatest(mine.id, other.id) AS second_id,
        bool_or(kind NOT IN ('phone', 'email')) OR count(DISTINCT key) > 1 AS is_enough
    FROM few JOIN owned mine USING (kind, key) JOIN owned other USING (kind, key)
    WHERE {{which}} GROUP BY 1, 2
), exact AS {{kept}} (
    SELECT s.organization_id AS id, s.public_point, g.name_key
    FROM directory.site s JOIN directory.organization g ON g.id = s.organization_id
    WHERE s.{EXACT}
)
SELECT first_id, second_id FROM sharing
JOIN directory.organization one ON one.id = first_id
JOIN directory.organization two ON two.id = second_id
WHERE is_enough OR left(one.siret, 9) = left(two.siret, 9)
    OR similarity(one.name_key, two.name_key) >= 0.15
UNION
SELECT least(mine.id, other.id), greatest(mine.id, other.id)
FROM exact mine JOIN directory.site s ON ST_DWithin(mine.public_point, s.public_point, 150)
    AND s.{EXACT}
JOIN directory.organization other ON other.id = s.organization_id
WHERE {{which}} AND similarity(mine.name_key, other.name_key) >= 0.3
"""

SITES = f"""
WITH own AS MATERIALIZED (
    SELECT id, organization_id, insee_code, public_point, {EXACT} AS is_exact,
        directory.folded(name) AS name_key, phone
    FROM directory.site WHERE organization_id IN (
        SELECT organization_id FROM directory.site GROUP BY organization_id {{among}})
)
SELECT least(mine.id, other.id), greatest(mine.id, other.id)
FROM own mine JOIN own other ON other.organization_id = mine.organization_id
WHERE {{which}} AND (
    mine.phone = other.phone
    OR mine.insee_code = other.insee_code AND similarity(mine.name_key, other.name_key) >= 0.45
    OR mine.is_exact AND other.is_exact
        AND ST_DWithin(mine.public_point, other.public_point, 150)
)
GROUP BY 1, 2
"""
QUERIES = {Level.ORGANIZATION: ORGANIZATIONS, Level.SITE: SITES}


def pairs(session: Session, level: Level, ids: Collection[int] | None = None) -> list[Ids]:
    """Pairs of ids, the lower first: of the whole network, or of these records with any other."""
    query = sa.text(QUERIES[level].format(**(EVERY if ids is None else SOME)))
    given = {} if ids is None else {"ids": sorted(ids)}
    found = {(first, second) for first, second in session.execute(query, given)}
    if level is Level.ORGANIZATION:
        found |= close_names(session, ids)
    return sorted(found)
