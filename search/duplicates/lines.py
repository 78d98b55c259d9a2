"""Records that lines of a file may be about, likened to them as two records are to each other."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from search.duplicates.candidates import EXACT
from search.duplicates.cards import Card
from search.duplicates.neighbours import MOST_NEAR
from search.duplicates.reading import Located, located
from search.duplicates.scoring import PROPOSED_FROM, Likeness, compare

NAMED = """greatest(similarity(o.name_key, a.name_key),
        CASE WHEN s.name_key <> o.name_key THEN similarity(s.name_key, a.name_key) END)"""
# Numbers say who it is wherever it is; a telephone or an e-mail, in its own département.
FOUND = sa.text(f"""
WITH asked AS MATERIALIZED (
    SELECT a.*, directory.folded(a.name) AS name_key,
        ST_SetSRID(ST_MakePoint(a.lon, a.lat), 4326)::geography AS point
    FROM jsonb_to_recordset(CAST(:asked AS jsonb)) AS a(
        n int, siret text, finess text, rna text, phones text[], emails text[], name text,
        insee_code text, department_code text, lon float8, lat float8)
), owner AS (
    SELECT n, o.id FROM asked a JOIN directory.organization o ON o.siret = a.siret
    UNION SELECT n, o.id FROM asked a JOIN directory.organization o ON o.finess = a.finess
    UNION SELECT n, o.id FROM asked a JOIN directory.organization o ON o.rna = a.rna
), reached AS (
    SELECT n, department_code, 'phone' AS kind, unnest(phones) AS key FROM asked
    UNION ALL SELECT n, department_code, 'email', unnest(emails) FROM asked
), open_site AS NOT MATERIALIZED (
    SELECT * FROM directory.site WHERE NOT is_confidential
)
SELECT n, s.id FROM owner JOIN open_site s ON s.organization_id = owner.id
UNION SELECT n, s.id FROM reached r JOIN open_site s ON s.department_code = r.department_code
    AND r.key = CASE r.kind WHEN 'phone' THEN s.phone ELSE lower(s.email) END
UNION SELECT n, s.id FROM reached r
    JOIN directory.organization o
        ON r.key = CASE r.kind WHEN 'phone' THEN o.phone ELSE lower(o.email) END
    JOIN open_site s ON s.organization_id = o.id AND s.department_code = r.department_code
UNION SELECT n, near.id FROM asked a CROSS JOIN LATERAL (
    SELECT id FROM (
        SELECT s.id, {NAMED} AS likeness
        FROM open_site s JOIN directory.organization o ON o.id = s.organization_id
        WHERE s.insee_code = a.insee_code OFFSET 0) AS here
    WHERE likeness >= 0.45 ORDER BY likeness DESC, id LIMIT {MOST_NEAR}) near
UNION SELECT n, s.id FROM asked a JOIN open_site s ON ST_DWithin(a.point, s.public_point, 150)
    AND s.{EXACT}
    JOIN directory.organization o ON o.id = s.organization_id
    WHERE {NAMED} >= 0.3
""")


class Match(NamedTuple):
    """An open site that a line may be about, and why."""

    site: Located
    likeness: Likeness


def alike(session: Session, lines: Mapping[int, tuple[Card, str]]) -> dict[int, list[Match]]:
    """By line (its card and its département), the likely sites, the likeliest first.

    A confidential site is never one of them: it would tell where it is.
    """
    asked = json.dumps([_asked(n, *line) for n, line in lines.items()])
    pairs = [(n, key) for n, key in session.execute(FOUND, {"asked": asked})] if lines else []
    sites = located(session, {key for _, key in pairs})
    found: defaultdict[int, list[Match]] = defaultdict(list)
    for n, key in sorted(pairs):
        likeness = _likeness(lines[n][0], sites[key])
        if likeness.score >= PROPOSED_FROM:
            found[n].append(Match(sites[key], likeness))
    for matches in found.values():
        matches.sort(key=lambda match: -match.likeness.score)
    return dict(found)


def _asked(n: int, card: Card, department_code: str) -> dict[str, object]:
    told = {name: getattr(card, name) for name in ("siret", "finess", "rna", "name")}
    told |= {"phones": sorted(card.phones), "emails": sorted(card.emails)}
    place = {name: getattr(card.places[0], name) for name in ("insee_code", "lon", "lat")}
    return {"n": n, "department_code": department_code, **told, **place}


def _likeness(card: Card, site: Located) -> Likeness:
    """Lists name now the organization, now its site: whichever is closer."""
    as_owner = compare(card, site.card)
    if site.name == site.card.name:
        return as_owner
    return max(as_owner, compare(card, replace(site.card, name=site.name)), key=lambda one: one[0])
