"""Records that a new line may be about: never merged nor updated without somebody's word."""

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.imports.saying import OWN, Facts

MOST = 5
# Reasons first, since the record with the most of them is the likeliest.
ALIKE = sa.text("""
WITH asked AS MATERIALIZED (
    SELECT a.*, ' ' || directory.folded(a.name) AS name_key
    FROM jsonb_to_recordset(CAST(:asked AS jsonb)) AS a(
        n int, siret text, finess text, phone text, email text, name text,
        insee_code text, department_code text)
), open_site AS NOT MATERIALIZED (
    SELECT * FROM directory.site WHERE NOT is_confidential
), found AS (
    SELECT n, s.id AS site_id, 'même SIRET' AS reason FROM asked a
    JOIN directory.organization o ON o.siret = a.siret
    JOIN open_site s ON s.organization_id = o.id
    UNION SELECT n, s.id, 'même numéro FINESS' FROM asked a
    JOIN directory.organization o ON o.finess = a.finess
    JOIN open_site s ON s.organization_id = o.id
    UNION SELECT n, s.id, 'même téléphone' FROM asked a
    JOIN open_site s ON s.phone = a.phone AND s.department_code = a.department_code
    UNION SELECT n, s.id, 'même téléphone' FROM asked a
    JOIN directory.organization o ON o.phone = a.phone
    JOIN open_site s ON s.organization_id = o.id AND s.department_code = a.department_code
    UNION SELECT n, s.id, 'même courriel' FROM asked a
    JOIN open_site s ON s.email = a.email AND s.department_code = a.department_code
    UNION SELECT n, s.id, 'même courriel' FROM asked a
    JOIN directory.organization o ON o.email = a.email
    JOIN open_site s ON s.organization_id = o.id AND s.department_code = a.department_code
    UNION SELECT n, s.id, 'même nom dans la même commune' FROM asked a
    JOIN open_site s ON s.name_key = a.name_key AND s.insee_code = a.insee_code
)
SELECT f.n, s.organization_id, s.id AS site_id, o.legal_name AS name,
    c.name || ' (' || s.department_code || ')' AS place, f.reasons
FROM (SELECT n, site_id, array_agg(reason ORDER BY reason) AS reasons FROM found GROUP BY 1, 2) f
JOIN directory.site s ON s.id = f.site_id
JOIN directory.organization o ON o.id = s.organization_id
JOIN reference.commune c ON c.insee_code = s.insee_code
ORDER BY f.n, cardinality(f.reasons) DESC, s.id
""")


def twins(session: Session, said: Mapping[int, Facts]) -> dict[int, list[dict[str, Any]]]:
    """By line, the open sites that share an identifier, how to reach them, or name and commune.

    A confidential site is never one of them: it would tell where it is.
    """
    asked = json.dumps([{"n": n, **_asked(one)} for n, one in said.items()])
    found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in session.execute(ALIKE, {"asked": asked}).mappings() if said else ():
        if len(found[row["n"]]) < MOST:
            found[row["n"]].append({name: value for name, value in row.items() if name != "n"})
    return dict(found)


def _asked(said: Facts) -> dict[str, Any]:
    organization, site = said["organization"], said["sites"].get(OWN, {})
    return {
        "siret": organization.get("siret"),
        "finess": organization.get("finess"),
        "phone": site.get("phone") or organization.get("phone"),
        "email": site.get("email") or organization.get("email"),
        "name": site.get("name") or organization["legal_name"],
        "insee_code": site.get("insee_code"),
        "department_code": site.get("department_code"),
    }
