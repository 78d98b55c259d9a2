"""What a search counts of each offer, packed in its search row; the territories that it takes.

Rows written before have none: the worker writes them again within minutes, as it does when the
vocabulary changes, and `flask search rebuild` at once.
"""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0070"
branch_labels = None
depends_on = None

SEARCH = "offer_search"


def upgrade() -> None:
    op.add_column(
        SEARCH,
        sa.Column("zones", sa.ARRAY(sa.Text()), server_default="{}", nullable=False),
        schema="directory",
    )
    op.add_column(SEARCH, sa.Column("packed", sa.LargeBinary()), schema="directory")
    op.create_index(
        op.f("ix_offer_search_zones"), SEARCH, ["zones"], schema="directory", postgresql_using="gin"
    )
    op.create_index(
        "ix_offer_search_packed",
        SEARCH,
        ["department_code", "insee_code"],
        schema="directory",
        postgresql_include=["packed"],
    )
    op.drop_index(op.f("ix_offer_search_department_code"), SEARCH, schema="directory")


def downgrade() -> None:
    op.create_index(
        op.f("ix_offer_search_department_code"), SEARCH, ["department_code"], schema="directory"
    )
    op.drop_index("ix_offer_search_packed", SEARCH, schema="directory")
    op.drop_index(op.f("ix_offer_search_zones"), SEARCH, schema="directory")
    op.drop_column(SEARCH, "packed", schema="directory")
    op.drop_column(SEARCH, "zones", schema="directory")
