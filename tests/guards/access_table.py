"""Guard 1, the table: what each endpoint answers to each role, for the ids of one sample case.

One table per capability, in access/. `+` goes through, `>` must sign in, `x` is refused (403),
`-` does not exist for them (404).
"""

from tests.guards.access import (
    accounts,
    casework,
    directory,
    duplicates,
    everybody,
    favourites,
    handout,
    imports,
    matching,
    network,
    placements,
    portal,
    saved,
    sign_in,
    vocabulary,
)

ROLES = {
    # In the order of the columns of every table: N C E M L K H T P R A.
    "nobody": "not signed in",
    "counsellor": "CPIP of the unit that follows the case",
    "elsewhere": "CPIP of a unit in another département",
    "manager": "DPIP of the unit",
    "lead": "TIG lead of the unit's département",
    "coordinator": "partnership coordinator of that département",
    "host": "manager of the partner that hosts the placement",
    "tutor": "tutor at that partner",
    "partner": "manager of another partner",
    "reader": "national reader",
    "administrator": "administrator",
}

TABLES = (
    everybody,
    sign_in,
    accounts,
    directory,
    vocabulary,
    favourites,
    saved,
    handout,
    duplicates,
    imports,
    casework,
    matching,
    placements,
    portal,
    network,
)

EXPECTED = {endpoint: row for table in TABLES for endpoint, row in table.ROWS.items()}
