"""The demonstration's offers many times over, with their lots, reports, claims and search rows."""

import sqlalchemy as sa

# Keys of a copy are those of its original, so much farther.
STEP = 1_000_000
NUMBERED = ("id", "offer_id", "lot_id")
TABLES = (
    "offer",
    "tig_post",
    "housing_offer",
    "job_offer",
    "care_offer",
    "course_offer",
    "support_offer",
    "place_lot",
    "capacity_report",
    "place_claim",
    "offer_search",
)
COLUMNS = sa.text(
    "SELECT column_name, data_type FROM information_schema.columns"
    " WHERE table_schema = 'directory' AND table_name = :table"
)


def multiply(connection: sa.Connection, times: int, tables: tuple[str, ...] = TABLES) -> None:
    """Copy the rows so many times, without the triggers that would judge each of them."""
    connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
    for table in tables:
        rows = connection.execute(COLUMNS, {"table": table}).all()
        columns = {row.column_name: row.data_type for row in rows}
        connection.exec_driver_sql(copies(table, columns, times))
        connection.exec_driver_sql(f"ANALYZE directory.{table}")
    connection.exec_driver_sql("SET LOCAL session_replication_role = DEFAULT")


def copies(table: str, columns: dict[str, str], times: int) -> str:
    """The statement that copies one table."""
    values = ", ".join(copied(name, kind) for name, kind in columns.items())
    return (
        f"INSERT INTO directory.{table} ({', '.join(columns)}) OVERRIDING SYSTEM VALUE"
        f" SELECT {values} FROM directory.{table} AS was, generate_series(1, {times}) AS turn"
    )


def copied(name: str, kind: str) -> str:
    """What a copy has in a column."""
    if name in NUMBERED:
        return "gen_random_uuid()" if kind == "uuid" else f"was.{name} + turn * {STEP}::bigint"
    return f"was.{name}"
