"""Let the worker forget old counts of searches in vain.

Revision ID: 0070
Revises: 0056b
"""

from alembic import op

revision = "0070"
down_revision = "0056b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("GRANT SELECT, DELETE ON directory.unmet_search TO maillage_worker")


def downgrade() -> None:
    op.execute("REVOKE DELETE ON directory.unmet_search FROM maillage_worker")
