"""Tables of the network map: copies and counts that a worker keeps, and what nobody found."""

import sqlalchemy as sa
from alembic import op
from geoalchemy2 import Geography, Geometry

revision = "0010"
down_revision = "0005"
branch_labels = None
depends_on = None

COPIES = "directory.offer_state, directory.network_cell, directory.network_day"


def upgrade() -> None:
    op.create_table(
        "network_cell",
        sa.Column("zoom", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("x", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("y", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("family", sa.String(40), nullable=False),
        sa.Column("offers", sa.Integer(), nullable=False),
        sa.Column("free", sa.Integer(), nullable=False),
        sa.Column("full", sa.Integer(), nullable=False),
        sa.Column("unknown", sa.Integer(), nullable=False),
        sa.Column("suspended", sa.Integer(), nullable=False),
        sa.Column("sum_x", sa.Double(), nullable=False),
        sa.Column("sum_y", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("zoom", "x", "y", "family", name=op.f("pk_network_cell")),
        schema="directory",
    )
    op.create_table(
        "network_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("insee_code", sa.Text(), nullable=False),
        sa.Column("family", sa.String(40), nullable=False),
        sa.Column("department_code", sa.Text(), nullable=False),
        sa.Column("offers", sa.Integer(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("free", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("placements", sa.Integer(), nullable=False),
        sa.Column("unknown", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "insee_code", "family", name=op.f("pk_network_day")),
        schema="directory",
    )
    op.create_index(
        op.f("ix_network_day_day_department_code"),
        "network_day",
        ["day", "department_code"],
        unique=False,
        schema="directory",
    )
    op.create_table(
        "offer_touched",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("offer_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer_touched")),
        schema="directory",
    )
    op.create_table(
        "unmet_search",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("insee_code", sa.Text(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("type_code", sa.Text(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("searches", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "day", "insee_code", "family", "type_code", "term", name=op.f("pk_unmet_search")
        ),
        schema="directory",
    )
    op.create_geospatial_table(
        "offer_state",
        sa.Column("offer_id", sa.BigInteger(), nullable=False),
        sa.Column("family", sa.String(40), nullable=False),
        sa.Column("type_code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("organization_key", sa.Text(), nullable=False),
        sa.Column("commune_key", sa.Text(), nullable=False),
        sa.Column("site_id", sa.BigInteger(), nullable=False),
        sa.Column("organization_id", sa.BigInteger(), nullable=False),
        sa.Column("insee_code", sa.Text(), nullable=False),
        sa.Column("epci_siren", sa.Text(), nullable=True),
        sa.Column("department_code", sa.Text(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column(
            "point",
            Geography(
                geometry_type="POINT",
                srid=4326,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeogFromText",
                name="geography",
            ),
            nullable=True,
        ),
        sa.Column(
            "spot",
            Geometry(
                geometry_type="POINT",
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            nullable=True,
        ),
        sa.Column("cell_x", sa.Integer(), nullable=True),
        sa.Column("cell_y", sa.Integer(), nullable=True),
        sa.Column("sign", sa.String(40), nullable=False),
        sa.Column("free", sa.Integer(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("open", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("placements", sa.Integer(), nullable=False),
        sa.Column("audiences", sa.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("days", sa.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("bands", sa.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stale_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("needs_accreditation", sa.Boolean(), nullable=False),
        sa.Column("accredited_until", sa.Date(), nullable=True),
        sa.Column("refreshed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_again_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["offer_id"],
            ["directory.offer.id"],
            name=op.f("fk_offer_state_offer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("offer_id", name=op.f("pk_offer_state")),
        schema="directory",
    )
    op.create_index(
        op.f("ix_offer_state_department_code_family"),
        "offer_state",
        ["department_code", "family"],
        unique=False,
        schema="directory",
    )
    op.create_index(
        op.f("ix_offer_state_due_again_at"),
        "offer_state",
        ["due_again_at"],
        unique=False,
        schema="directory",
    )
    op.create_index(
        op.f("ix_offer_state_insee_code_family"),
        "offer_state",
        ["insee_code", "family"],
        unique=False,
        schema="directory",
    )
    op.create_index(
        op.f("ix_offer_state_organization_id"),
        "offer_state",
        ["organization_id"],
        unique=False,
        schema="directory",
    )
    op.create_geospatial_index(
        op.f("ix_offer_state_point"),
        "offer_state",
        ["point"],
        unique=False,
        schema="directory",
        postgresql_using="gist",
        postgresql_ops={},
    )
    op.create_geospatial_index(
        op.f("ix_offer_state_spot"),
        "offer_state",
        ["spot"],
        unique=False,
        schema="directory",
        postgresql_using="gist",
        postgresql_ops={},
    )
    grant()


def grant() -> None:
    """Pages read the copies; the worker alone writes them. Anybody may leave a mark."""
    op.execute(f"GRANT SELECT ON {COPIES} TO maillage_web")
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {COPIES} TO maillage_worker")
    op.execute("GRANT SELECT, DELETE ON directory.offer_touched TO maillage_worker")
    for role in ("maillage_web", "maillage_worker"):
        op.execute(f"GRANT SELECT, INSERT, UPDATE ON directory.unmet_search TO {role}")


def downgrade() -> None:
    op.drop_geospatial_index(
        op.f("ix_offer_state_spot"),
        table_name="offer_state",
        schema="directory",
        postgresql_using="gist",
        column_name="spot",
    )
    op.drop_geospatial_index(
        op.f("ix_offer_state_point"),
        table_name="offer_state",
        schema="directory",
        postgresql_using="gist",
        column_name="point",
    )
    op.drop_index(
        op.f("ix_offer_state_organization_id"), table_name="offer_state", schema="directory"
    )
    op.drop_index(
        op.f("ix_offer_state_insee_code_family"), table_name="offer_state", schema="directory"
    )
    op.drop_index(op.f("ix_offer_state_due_again_at"), table_name="offer_state", schema="directory")
    op.drop_index(
        op.f("ix_offer_state_department_code_family"), table_name="offer_state", schema="directory"
    )
    op.drop_geospatial_table("offer_state", schema="directory")
    op.drop_table("unmet_search", schema="directory")
    op.drop_table("offer_touched", schema="directory")
    op.drop_index(
        op.f("ix_network_day_day_department_code"), table_name="network_day", schema="directory"
    )
    op.drop_table("network_day", schema="directory")
    op.drop_table("network_cell", schema="directory")
