"""What stopped an import, its tries and its notes leave the counts for columns of their own.

Revision ID: 0064c
Revises: 0063
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.migrations.locks import lock_together

revision = "0064c"
down_revision = "0063"
branch_labels = None
depends_on = None
# The keys stay among the counts of these runs, where the release before reads them.
CARRIED = """
UPDATE directory.import_run SET
    notes = coalesce(counted -> 'NOTES', '[]'),
    tries = coalesce((counted ->> 'TRIES')::int, 0),
    stopped_stage = counted ->> 'STOPPED'
WHERE counted ?| ARRAY['NOTES', 'TRIES', 'STOPPED']
"""
PUT_BACK = """
UPDATE directory.import_run SET counted = counted - 'NOTES' - 'TRIES' - 'STOPPED'
    || CASE WHEN notes = '[]' THEN '{}' ELSE jsonb_build_object('NOTES', notes) END
    || CASE WHEN tries = 0 THEN '{}' ELSE jsonb_build_object('TRIES', tries) END
    || CASE WHEN stopped_stage IS NULL THEN '{}'
            ELSE jsonb_build_object('STOPPED', stopped_stage) END
"""


def upgrade() -> None:
    lock_together("directory.import_run", mode="ACCESS EXCLUSIVE")
    for column in (
        sa.Column("stopped_stage", sa.String(40), nullable=True),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("notes", postgresql.JSONB(), server_default="[]", nullable=False),
    ):
        op.add_column("import_run", column, schema="directory")
    op.execute(CARRIED)
    op.create_check_constraint(
        op.f("ck_import_run_stopped_has_failed"),
        "import_run",
        "stopped_stage IS NULL OR state = 'FAILED'",
        schema="directory",
    )


def downgrade() -> None:
    lock_together("directory.import_run", mode="ACCESS EXCLUSIVE")
    op.execute(PUT_BACK)
    for column in ("notes", "tries", "stopped_stage"):
        op.drop_column("import_run", column, schema="directory")
