"""The end of a load: numbers to come, the search table, statistics, no promise broken."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.network.refreshing import refresh_all
from models.base import Base
from search import indexing

OVER = """
SELECT count(*) FROM directory.place_lot AS lot
WHERE EXISTS (SELECT FROM directory.place_claim AS claim
    WHERE claim.lot_id = lot.id AND claim.state IN ('HELD', 'TAKEN'))
AND directory.peak_claims(lot.id, datemultirange(daterange(current_date, NULL))) > lot.open
"""


# What finds the rows of a search, what takes longest first; the key stays.
INDEXES = sa.text("""
SELECT indexrelid::regclass, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = 'directory.offer_search'::regclass AND NOT indisprimary
ORDER BY indexprs IS NULL, pg_get_indexdef(indexrelid) NOT LIKE '%gin%'
""")


def check(engine: sa.Engine) -> None:
    """Break off when a lot is promised beyond what it grants; leaves statistics to plan with."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("ANALYZE"))
        if over := connection.scalar(sa.text(OVER)):
            raise AssertionError(f"{over} lots are promised beyond what they grant")


def search_rows(engine: sa.Engine) -> list[str]:
    """Write what a search reads; a table filled whole is indexed sooner after, by these words."""
    with Session(engine) as session:
        indexes = session.execute(INDEXES).all()
        for name, _ in indexes:
            session.execute(sa.text(f"DROP INDEX {name}"))
        indexing.reindex(session)
        session.commit()
    return [words for _, words in indexes]


def index(engine: sa.Engine, words: str) -> None:
    """Make one index, beside others."""
    with engine.begin() as connection:
        connection.execute(sa.text("SET LOCAL maintenance_work_mem = '1GB'"))
        connection.execute(sa.text(words))


def network(engine: sa.Engine) -> None:
    """Copy and count what the map of the network shows."""
    with Session(engine) as session:
        refresh_all(session)
        session.commit()


def settle(engine: sa.Engine) -> None:
    """Leave the tables as a database at work keeps them, the next rows after those copied."""
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            follow(connection, table)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("VACUUM (ANALYZE)"))
        connection.execute(sa.text("CHECKPOINT"))


def follow(connection: sa.Connection, table: sa.Table) -> None:
    """The next row of a table that numbers its own comes after those that were copied."""
    column = next((one for one in table.columns if one.identity is not None), None)
    if column is not None:
        sequence = sa.func.pg_get_serial_sequence(table.fullname, column.name)
        last = sa.select(sa.func.coalesce(sa.func.max(column), 0) + 1).scalar_subquery()
        connection.execute(sa.select(sa.func.setval(sequence, last, False)))
