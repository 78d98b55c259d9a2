"""Imports: runs, their lines, the records that came from them, the files waiting to be read."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.migrations.locks import lock_together

revision = "0050"
down_revision = "0022"
branch_labels = None
depends_on = None

REFERRED = ("accounts.account", "directory.organization", "directory.site")
TABLES = ("import_run", "import_part", "import_row", "import_link", "import_mapping")


def upgrade() -> None:
    lock_together(*REFERRED)
    op.create_table(
        "import_mapping",
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("headings_key", sa.Text(), nullable=False),
        sa.Column(
            "mapping", postgresql.JSONB(astext_type=sa.Text()), server_default="{}", nullable=False
        ),
        sa.Column("modified_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("origin", "headings_key", name=op.f("pk_import_mapping")),
        schema="directory",
    )
    op.create_table(
        "import_run",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("account_name", sa.Text(), nullable=False),
        sa.Column("territory", sa.ARRAY(sa.Text()), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_sha256", sa.Text(), nullable=False),
        sa.Column("file_size", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column(
            "headings", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False
        ),
        sa.Column(
            "columns", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False
        ),
        sa.Column(
            "mapping", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column("share", sa.Double(), nullable=True),
        sa.Column(
            "counted", postgresql.JSONB(astext_type=sa.Text()), server_default="{}", nullable=False
        ),
        sa.Column("doubts", sa.String(40), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state = 'FAILED') = (error IS NOT NULL)", name=op.f("ck_import_run_failed_has_error")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account.id"], name=op.f("fk_import_run_account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
        schema="directory",
    )
    op.create_index(
        op.f("ix_import_run_file_sha256"),
        "import_run",
        ["file_sha256"],
        unique=False,
        schema="directory",
    )
    op.create_table(
        "import_part",
        sa.Column("run_id", sa.BigInteger(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["directory.import_run.id"],
            name=op.f("fk_import_part_run_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("run_id", "n", name=op.f("pk_import_part")),
        schema="directory",
    )
    op.create_table(
        "import_row",
        sa.Column("run_id", sa.BigInteger(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("source", sa.String(40), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column(
            "said", postgresql.JSONB(astext_type=sa.Text()), server_default="{}", nullable=False
        ),
        sa.Column(
            "raw", postgresql.JSONB(astext_type=sa.Text()), server_default="{}", nullable=False
        ),
        sa.Column(
            "faults", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False
        ),
        sa.Column(
            "changes", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False
        ),
        sa.Column(
            "kept", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False
        ),
        sa.Column(
            "twins", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False
        ),
        sa.Column("decision", sa.String(40), nullable=True),
        sa.Column("step", sa.String(40), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("organization_id", sa.BigInteger(), nullable=True),
        sa.Column("site_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "done", postgresql.JSONB(astext_type=sa.Text()), server_default="{}", nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["directory.import_run.id"],
            name=op.f("fk_import_row_run_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("run_id", "n", name=op.f("pk_import_row")),
        schema="directory",
    )
    op.create_index(
        op.f("ix_import_row_run_id_external_id"),
        "import_row",
        ["run_id", "external_id"],
        unique=False,
        schema="directory",
    )
    op.create_index(
        op.f("ix_import_row_run_id_outcome_n"),
        "import_row",
        ["run_id", "outcome", "n"],
        unique=False,
        schema="directory",
    )
    op.create_index(
        "ix_import_row_waiting",
        "import_row",
        ["run_id", "n"],
        unique=False,
        schema="directory",
        postgresql_where=sa.text("step = 'WAITING'"),
    )
    op.create_table(
        "import_link",
        sa.Column("source", sa.String(40), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("organization_id", sa.BigInteger(), nullable=False),
        sa.Column("site_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "said", postgresql.JSONB(astext_type=sa.Text()), server_default="{}", nullable=False
        ),
        sa.Column(
            "offers", postgresql.JSONB(astext_type=sa.Text()), server_default="{}", nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["directory.organization.id"],
            name=op.f("fk_import_link_organization_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["site_id"],
            ["directory.site.id"],
            name=op.f("fk_import_link_site_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("source", "origin", "external_id", name=op.f("pk_import_link")),
        schema="directory",
    )
    op.create_index(
        op.f("ix_import_link_organization_id"),
        "import_link",
        ["organization_id"],
        unique=False,
        schema="directory",
    )
    op.create_index(
        op.f("ix_import_link_site_id"), "import_link", ["site_id"], unique=False, schema="directory"
    )
    for table in TABLES:
        for role in ("maillage_web", "maillage_worker"):
            op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON directory.{table} TO {role}")


def downgrade() -> None:
    lock_together(*REFERRED, mode="ACCESS EXCLUSIVE")
    for table in reversed(TABLES):
        op.drop_table(table, schema="directory")
