"""Orders of the network's table over the whole of France, followed by an index instead of sorted."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

ORDERS = ("commune_key", "title_key", "organization_key")


def upgrade() -> None:
    for key in ORDERS:
        name = op.f(f"ix_offer_state_{key}_offer_id")
        op.create_index(name, "offer_state", [key, "offer_id"], schema="directory")


def downgrade() -> None:
    for key in ORDERS:
        op.drop_index(f"ix_offer_state_{key}_offer_id", "offer_state", schema="directory")
