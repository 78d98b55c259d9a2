"""An index of all the claims a lot ever had: lists of what was never used, or long full."""

from alembic import op

revision = "0020"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_place_claim_ever", "place_claim", ["lot_id"], schema="directory")


def downgrade() -> None:
    op.drop_index("ix_place_claim_ever", table_name="place_claim", schema="directory")
