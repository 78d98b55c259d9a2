"""What changed and who says it is wrong; the fields of domain §4 that records lacked.

When a site becomes confidential, the texts kept of its past are forgotten: one of them may be its
address. Whoever writes it, hence a trigger.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.migrations.locks import lock_together

revision = "0058"
down_revision = "0062"
branch_labels = None
depends_on = None

ROLES = ("maillage_web", "maillage_worker")
FORGET = """
CREATE FUNCTION directory.forget_texts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
    UPDATE directory.change SET texts = '{}',
        hidden = hidden || ARRAY(SELECT jsonb_object_keys(texts))
    WHERE site_id = NEW.id AND texts <> '{}';
    RETURN NULL;
END $$;
CREATE TRIGGER forget_texts AFTER UPDATE OF is_confidential ON directory.site
FOR EACH ROW WHEN (NEW.is_confidential AND NOT OLD.is_confidential)
EXECUTE FUNCTION directory.forget_texts();
"""


def text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=True)


def number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=True)


def maybe(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(40), server_default="UNKNOWN", nullable=False)


def several(name: str) -> sa.Column[list[str]]:
    return sa.Column(name, sa.ARRAY(sa.Text()), server_default="{}", nullable=False)


FIELDS = {
    "organization": [text("uai"), text("national_reference")],
    "site": [text("accessibility_url")],
    "audience_rule": [
        sa.Column("welcome", sa.String(40), nullable=True),
        several("publics"),
        text("residence_requirement"),
    ],
    "tig_post": [
        text("seasonality"),
        maybe("needs_licence"),
        maybe("needs_own_vehicle"),
        text("clothes"),
        maybe("has_transport_help"),
        text("reservations_note"),
    ],
    "housing_offer": [
        *map(number, ("capacity_total", "reserved_spip", "reserved_pe", "reserved_siao")),
        number("pmr_rooms"),
        text("children_age_limits"),
        maybe("needs_regular_stay"),
    ],
    "job_offer": [text("licence")],
    "care_offer": [maybe("is_residential")],
    "course_offer": [several("sessions"), maybe("has_certificate")],
}
BUSY = (*(f"directory.{table}" for table in FIELDS), "directory.offer")


def upgrade() -> None:
    lock_together(*BUSY, mode="ACCESS EXCLUSIVE")
    for table, columns in FIELDS.items():
        for column in columns:
            op.add_column(table, column, schema="directory")
    changes()
    mistakes()
    op.execute(FORGET)
    for role in ROLES:
        op.execute(f"GRANT SELECT, INSERT ON directory.change TO {role}")
        # A merge moves what happened; nobody rewrites it.
        moved = "organization_id, site_id, offer_id"
        op.execute(f"GRANT UPDATE ({moved}) ON directory.change TO {role}")
        op.execute(f"GRANT SELECT, INSERT, UPDATE ON directory.mistake TO {role}")
        op.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA directory TO {role}")


def changes() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        number("account_id"),
        text("who"),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(40), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("organization_id", sa.BigInteger(), nullable=False),
        number("site_id"),
        number("offer_id"),
        sa.Column("coded", postgresql.JSONB(), server_default="{}", nullable=False),
        sa.Column("texts", postgresql.JSONB(), server_default="{}", nullable=False),
        several("hidden"),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["directory.organization.id"],
            name=op.f("fk_change_organization_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        schema="directory",
    )
    for name in ("organization_id", "site_id", "offer_id"):
        op.create_index(op.f(f"ix_change_{name}_id"), "change", [name, "id"], schema="directory")


def mistakes() -> None:
    owners = {"organization_id": "organization", "site_id": "site", "offer_id": "offer"}
    op.create_table(
        "mistake",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.BigInteger(), nullable=False),
        number("site_id"),
        number("offer_id"),
        sa.Column("about", sa.String(40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("told_by", sa.Text(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        text("answer"),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        text("answered_by"),
        sa.CheckConstraint(
            "(state = 'OPEN') = (answered_at IS NULL)", name=op.f("ck_mistake_answered")
        ),
        *(
            sa.ForeignKeyConstraint(
                [column],
                [f"directory.{table}.id"],
                name=op.f(f"fk_mistake_{column}"),
                ondelete="CASCADE",
            )
            for column, table in owners.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mistake")),
        schema="directory",
    )
    indexed = {
        "ix_mistake_organization_id_told_at": ["organization_id", "told_at"],
        "ix_mistake_account_id_told_at": ["account_id", "told_at"],
        "ix_mistake_site_id": ["site_id"],
        "ix_mistake_offer_id": ["offer_id"],
    }
    for name, columns in indexed.items():
        op.create_index(name, "mistake", columns, schema="directory")
    op.create_index(
        "ix_mistake_open",
        "mistake",
        ["told_at", "id"],
        schema="directory",
        postgresql_where=sa.text("state = 'OPEN'"),
    )


def downgrade() -> None:
    lock_together(*BUSY, mode="ACCESS EXCLUSIVE")
    op.execute("DROP TRIGGER forget_texts ON directory.site")
    op.execute("DROP FUNCTION directory.forget_texts()")
    op.drop_table("mistake", schema="directory")
    op.drop_table("change", schema="directory")
    for table, columns in FIELDS.items():
        for column in columns:
            op.drop_column(table, column.name, schema="directory")
