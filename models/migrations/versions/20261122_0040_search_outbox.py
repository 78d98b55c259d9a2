"""An outbox of changed search rows, for an engine that keeps a copy of them.

Triggers hold no rule: they name the rows that changed, deletions in cascade included, and only
while a copy exists.
"""

import sqlalchemy as sa
from alembic import op

from models.migrations.locks import lock_together

revision = "0040"
down_revision = "0021"
branch_labels = None
depends_on = None

NOTE = """
CREATE FUNCTION directory.note_search_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (SELECT FROM directory.search_index) THEN
        INSERT INTO directory.search_outbox (offer_id) SELECT offer_id FROM changed ORDER BY 1;
    END IF;
    RETURN NULL;
END $$
"""
EVENTS = {"insert": "NEW", "update": "NEW", "delete": "OLD"}
SEARCH = "directory.offer_search"
TABLES = "directory.search_outbox, directory.search_index"


def upgrade() -> None:
    op.create_table(
        "search_outbox",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("offer_id", sa.BigInteger(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_outbox")),
        schema="directory",
    )
    op.create_index(
        op.f("ix_search_outbox_offer_id"), "search_outbox", ["offer_id"], schema="directory"
    )
    op.create_index(
        "ix_search_outbox_waiting",
        "search_outbox",
        ["id"],
        schema="directory",
        postgresql_where=sa.text("error IS NULL"),
    )
    op.create_table(
        "search_index",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("built_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_search_index")),
        schema="directory",
    )
    op.execute("GRANT SELECT ON directory.search_index TO maillage_web")
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {TABLES} TO maillage_worker")
    op.execute(NOTE)
    lock_together(SEARCH)
    for event, rows in EVENTS.items():
        op.execute(
            f"CREATE TRIGGER note_{event} AFTER {event} ON {SEARCH}"
            f" REFERENCING {rows} TABLE AS changed"
            " FOR EACH STATEMENT EXECUTE FUNCTION directory.note_search_change()"
        )


def downgrade() -> None:
    lock_together(SEARCH, mode="ACCESS EXCLUSIVE")
    for event in EVENTS:
        op.execute(f"DROP TRIGGER note_{event} ON {SEARCH}")
    op.execute("DROP FUNCTION directory.note_search_change()")
    op.drop_table("search_index", schema="directory")
    op.drop_table("search_outbox", schema="directory")
