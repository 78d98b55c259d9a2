"""Records that may be one: the pairs proposed or told distinct, and the merges with their pieces."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.migrations.locks import lock_together

revision = "0056"
down_revision = "0054b"
branch_labels = None
depends_on = None

# Where somebody keeps the partners, and so may merge them.
TERRITORY = """
CREATE FUNCTION accounts.my_territory() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(unit.department_code), '{}')
    FROM accounts.membership JOIN accounts.unit ON unit.id = unit_id
    WHERE account_id = accounts.my_account() AND role IN ('COORDINATOR', 'TIG_LEAD')
$$
"""
OURS = (
    "EXISTS (SELECT FROM directory.merge m WHERE m.id = merge_id AND"
    " (m.department_codes && (SELECT accounts.my_territory()) OR (m.department_codes = '{}'"
    " AND (SELECT accounts.my_territory()) <> '{}')))"
)


def number(name: str, is_needed: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=not is_needed)


def text(name: str, is_needed: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=not is_needed)


def code(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(40), nullable=False)


def time(name: str, is_needed: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not is_needed)


def facts(name: str, is_needed: bool = True, **kwargs: object) -> sa.Column[object]:
    return sa.Column(name, postgresql.JSONB(), nullable=not is_needed, **kwargs)  # type: ignore[arg-type]


def codes(name: str) -> sa.Column[list[str]]:
    return sa.Column(name, sa.ARRAY(sa.Text()), server_default="{}", nullable=False)


def account(table: str, name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [name], ["accounts.account.id"], name=op.f(f"fk_{table}_{name}"), ondelete="SET NULL"
    )


def belongs(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["merge_id"],
        ["directory.merge.id"],
        name=op.f(f"fk_{table}_merge_id"),
        ondelete="CASCADE",
    )


def upgrade() -> None:
    lock_together("accounts.account")
    pairs()
    merges()
    op.execute(TERRITORY)
    op.execute("ALTER TABLE directory.merge_piece ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE directory.merge_piece FORCE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY territory ON directory.merge_piece FOR ALL TO maillage_web"
        f" USING ({OURS}) WITH CHECK ({OURS})"
    )
    grant()


def grant() -> None:
    """Importing reads where an old record went; looking for duplicates is the worker's."""
    for role in ("maillage_web", "maillage_worker"):
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON directory.duplicate_pair TO {role}")
        op.execute(f"GRANT SELECT ON directory.merge TO {role}")
        op.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA directory TO {role}")
    op.execute("GRANT SELECT, INSERT, UPDATE ON directory.duplicate_scan TO maillage_worker")
    op.execute("GRANT INSERT, UPDATE ON directory.merge TO maillage_web")
    op.execute("GRANT SELECT, INSERT ON directory.merge_piece TO maillage_web")


def pairs() -> None:
    op.create_table(
        "duplicate_pair",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        code("level"),
        number("first_id"),
        number("second_id"),
        code("state"),
        sa.Column("score", sa.Integer(), nullable=False),
        facts("reasons", server_default="{}"),
        codes("department_codes"),
        time("found_at"),
        number("reported_by_id", False),
        time("reported_at", False),
        text("note", False),
        number("decided_by_id", False),
        time("decided_at", False),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_duplicate_pair_in_order")),
        account("duplicate_pair", "reported_by_id"),
        account("duplicate_pair", "decided_by_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate_pair")),
        sa.UniqueConstraint(
            "level",
            "first_id",
            "second_id",
            name=op.f("uq_duplicate_pair_level_first_id_second_id"),
        ),
        schema="directory",
    )
    op.create_index(
        op.f("ix_duplicate_pair_level_second_id"),
        "duplicate_pair",
        ["level", "second_id"],
        schema="directory",
    )
    op.create_index(
        "ix_duplicate_pair_queue",
        "duplicate_pair",
        [sa.text("score DESC"), "id"],
        schema="directory",
        postgresql_where=sa.text("state = 'PROPOSED'"),
    )
    op.create_table(
        "duplicate_scan",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        time("scanned_until"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate_scan")),
        schema="directory",
    )


def merges() -> None:
    op.create_table(
        "merge",
        sa.Column("id", sa.Uuid(), nullable=False),
        code("level"),
        number("kept_id"),
        number("absorbed_id"),
        text("kept_name"),
        text("absorbed_name"),
        codes("department_codes"),
        time("merged_at"),
        number("merged_by_id", False),
        text("merged_by"),
        time("split_at", False),
        number("split_by_id", False),
        sa.CheckConstraint("kept_id <> absorbed_id", name=op.f("ck_merge_two_records")),
        account("merge", "merged_by_id"),
        account("merge", "split_by_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge")),
        schema="directory",
    )
    op.create_index(
        "ix_merge_absorbed",
        "merge",
        ["level", "absorbed_id"],
        unique=True,
        schema="directory",
        postgresql_where=sa.text("split_at IS NULL"),
    )
    op.create_index(
        op.f("ix_merge_level_kept_id"), "merge", ["level", "kept_id"], schema="directory"
    )
    op.create_table(
        "merge_piece",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("merge_id", sa.Uuid(), nullable=False),
        code("what"),
        text("table_name"),
        facts("row_key"),
        text("column_name", False),
        facts("before", False),
        facts("after", False),
        belongs("merge_piece"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge_piece")),
        schema="directory",
    )
    op.create_index(
        op.f("ix_merge_piece_merge_id"), "merge_piece", ["merge_id"], schema="directory"
    )


def downgrade() -> None:
    op.drop_table("merge_piece", schema="directory")
    op.drop_table("merge", schema="directory")
    op.drop_table("duplicate_scan", schema="directory")
    op.drop_table("duplicate_pair", schema="directory")
    op.execute("DROP FUNCTION accounts.my_territory()")
