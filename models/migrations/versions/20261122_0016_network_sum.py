"""Totals kept by département and family each day, so that France is read without its communes."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0030"
branch_labels = None
depends_on = None

COUNTS = (
    *("offers", "places", "free", "unknown"),
    *("placements", "held", "hidden", "most", "claims"),
)


def upgrade() -> None:
    op.create_table(
        "network_sum",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("department_code", sa.Text(), nullable=False),
        sa.Column("family", sa.String(40), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in COUNTS),
        sa.Column("is_exact", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("day", "department_code", "family", name=op.f("pk_network_sum")),
        schema="directory",
    )
    op.execute("GRANT SELECT ON directory.network_sum TO maillage_web")
    op.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON directory.network_sum TO maillage_worker")


def downgrade() -> None:
    op.drop_table("network_sum", schema="directory")
