"""The five schemas, and the one where Procrastinate keeps its jobs."""

from alembic import op

revision = "0000"
down_revision = None
branch_labels = None
depends_on = None

SCHEMAS = ("reference", "accounts", "directory", "casework", "audit", "jobs")


def upgrade() -> None:
    for schema in SCHEMAS:
        op.execute(f"CREATE SCHEMA {schema}")


def downgrade() -> None:
    for schema in reversed(SCHEMAS):
        op.execute(f"DROP SCHEMA {schema} CASCADE")
