"""Saved and recent searches of an account; favourites and notes of a unit, which row security keeps.

A unit here is everybody the SPIP has in it: counsellors, managers, TIG lead, coordinator.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.migrations.locks import lock_together

revision = "0062"
down_revision = "0050"
branch_labels = None
depends_on = None

REFERRED = ("accounts.account", "accounts.unit", "directory.offer")
OF_ACCOUNTS = ("saved_search", "search_news", "recent_search", "search_habit")
OF_UNITS = ("favourite", "unit_note")
MY_STAFF_UNITS = """
CREATE FUNCTION accounts.my_staff_units() RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(DISTINCT unit_id), '{}') FROM accounts.membership
    WHERE account_id = accounts.my_account() AND unit_id IS NOT NULL
        AND role IN ('CPIP', 'MANAGER', 'TIG_LEAD', 'COORDINATOR')
$$
"""
OURS = "unit_id = ANY ((SELECT accounts.my_staff_units())::bigint[])"


def upgrade() -> None:
    lock_together(*REFERRED)
    _searches()
    _of_a_unit()
    op.execute(MY_STAFF_UNITS)
    _grant()
    _secure()


def _searches() -> None:
    op.create_table(
        "saved_search",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("is_watched", sa.Boolean(), nullable=False),
        sa.Column("home_url", sa.Text(), nullable=False),
        sa.Column("known_ids", sa.ARRAY(sa.BigInteger()), nullable=True),
        sa.Column("free_ids", sa.ARRAY(sa.BigInteger()), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.account.id"],
            name=op.f("fk_saved_search_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_search")),
        sa.UniqueConstraint("account_id", "name", name=op.f("uq_saved_search_account_id_name")),
        schema="accounts",
    )
    op.create_index(
        "ix_saved_search_watched",
        "saved_search",
        ["looked_at", "id"],
        schema="accounts",
        postgresql_where=sa.text("is_watched"),
    )
    op.create_table(
        "search_news",
        sa.Column("search_id", sa.BigInteger(), nullable=False),
        sa.Column("offer_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_told", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["offer_id"],
            ["directory.offer.id"],
            name=op.f("fk_search_news_offer_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["search_id"],
            ["accounts.saved_search.id"],
            name=op.f("fk_search_news_search_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("search_id", "offer_id", name=op.f("pk_search_news")),
        schema="accounts",
    )
    op.create_index(op.f("ix_search_news_offer_id"), "search_news", ["offer_id"], schema="accounts")
    op.create_index(
        "ix_search_news_untold",
        "search_news",
        ["search_id"],
        schema="accounts",
        postgresql_where=sa.text("NOT is_told"),
    )
    op.create_table(
        "recent_search",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("query", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("lost_words", sa.Boolean(), nullable=False),
        sa.Column("searched_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recent_search")),
        sa.UniqueConstraint(
            "account_id", "digest", name=op.f("uq_recent_search_account_id_digest")
        ),
        schema="accounts",
    )
    op.create_index(
        op.f("ix_recent_search_searched_at"), "recent_search", ["searched_at"], schema="accounts"
    )
    op.create_table(
        "search_habit",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("keeps_recent", sa.Boolean(), nullable=False),
        sa.Column("gets_mail", sa.Boolean(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.account.id"],
            name=op.f("fk_search_habit_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_search_habit")),
        schema="accounts",
    )


def _of_a_unit() -> None:
    op.create_table(
        "favourite",
        sa.Column("unit_id", sa.BigInteger(), nullable=False),
        sa.Column("offer_id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        *_keys("favourite"),
        sa.PrimaryKeyConstraint("unit_id", "offer_id", name=op.f("pk_favourite")),
        schema="directory",
    )
    op.create_index(op.f("ix_favourite_offer_id"), "favourite", ["offer_id"], schema="directory")
    op.create_table(
        "unit_note",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("unit_id", sa.BigInteger(), nullable=False),
        sa.Column("offer_id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        *_keys("unit_note"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_note")),
        schema="directory",
    )
    op.create_index(op.f("ix_unit_note_offer_id"), "unit_note", ["offer_id"], schema="directory")
    op.create_index(
        op.f("ix_unit_note_unit_id_offer_id"),
        "unit_note",
        ["unit_id", "offer_id"],
        schema="directory",
    )


def _keys(table: str) -> list[sa.ForeignKeyConstraint]:
    """Gone with the unit and the offer; the author may leave."""
    referred = {"unit_id": "accounts.unit", "offer_id": "directory.offer"}
    keys = [
        sa.ForeignKeyConstraint(
            [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE"
        )
        for column, other in referred.items()
    ]
    author = sa.ForeignKeyConstraint(
        ["account_id"],
        ["accounts.account.id"],
        name=op.f(f"fk_{table}_account_id"),
        ondelete="SET NULL",
    )
    return [*keys, author]


def _grant() -> None:
    """The worker looks, tells and forgets; it knows nothing of what a unit notes."""
    every = "SELECT, INSERT, UPDATE, DELETE"
    for table in OF_ACCOUNTS:
        for role in ("maillage_web", "maillage_worker"):
            op.execute(f"GRANT {every} ON accounts.{table} TO {role}")
    for table in OF_UNITS:
        op.execute(f"GRANT {every} ON directory.{table} TO maillage_web")


def _secure() -> None:
    for table in OF_UNITS:
        op.execute(f"ALTER TABLE directory.{table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE directory.{table} FORCE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY unit ON directory.{table} FOR ALL TO maillage_web"
            f" USING ({OURS}) WITH CHECK ({OURS})"
        )


def downgrade() -> None:
    lock_together(*REFERRED, mode="ACCESS EXCLUSIVE")
    for table in OF_UNITS:
        op.drop_table(table, schema="directory")
    op.execute("DROP FUNCTION accounts.my_staff_units()")
    for table in ("search_habit", "recent_search", "search_news", "saved_search"):
        op.drop_table(table, schema="accounts")
