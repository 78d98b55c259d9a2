"""The end of a load: numbers to come, the search table, statistics, no promise broken."""

from collections.abc import Iterator
from contextlib import contextmanager

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


# What finds the rows of a search; the key stays.
INDEXES = sa.text("""
SELECT indexrelid::regclass, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = 'directory.offer_search'::regclass AND NOT indisprimary
""")


@contextmanager
def indexed_after(session: Session) -> Iterator[None]:
    """A table filled whole is indexed sooner once it is full; commits."""
    indexes = session.execute(INDEXES).all()
    for name, _ in indexes:
        session.execute(sa.text(f"DROP INDEX {name}"))
    yield
    session.execute(sa.text("SET LOCAL maintenance_work_mem = '1GB'"))
    for _, definition in indexes:
        session.execute(sa.text(definition))
    session.commit()


def finish(engine: sa.Engine) -> Iterator[str]:
    """Make the loaded tables ready to be asked, step by step."""
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            follow(connection, table)
        if over := connection.scalar(sa.text(OVER)):
            raise AssertionError(f"{over} lots are promised beyond what they grant")
    yield "no lot is over what it grants"
    with Session(engine) as session, indexed_after(session):
        indexing.reindex(session)
    yield "search rows written"
    with Session(engine) as session:
        refresh_all(session)
        session.commit()
    yield "the network's copies written"
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("VACUUM (ANALYZE)"))
        connection.execute(sa.text("CHECKPOINT"))
    yield "vacuumed and analysed"


def follow(connection: sa.Connection, table: sa.Table) -> None:
    """The next row of a table that numbers its own comes after those that were copied."""
    column = next((one for one in table.columns if one.identity is not None), None)
    if column is not None:
        sequence = sa.func.pg_get_serial_sequence(table.fullname, column.name)
        last = sa.select(sa.func.coalesce(sa.func.max(column), 0) + 1).scalar_subquery()
        connection.execute(sa.select(sa.func.setval(sequence, last, False)))
