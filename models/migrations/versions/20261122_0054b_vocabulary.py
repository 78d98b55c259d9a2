"""Words that coordinators propose, and the vocabulary with which search rows were written."""

import sqlalchemy as sa
from alembic import op

revision = "0054b"
down_revision = "0054"
branch_labels = None
depends_on = None

WHEN = sa.DateTime(timezone=True)
ACCOUNT = "accounts.account.id"


def upgrade() -> None:
    op.create_table(
        "synonym",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("means", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("proposed_by_id", sa.BigInteger(), nullable=False),
        sa.Column("proposed_at", WHEN, nullable=False),
        sa.Column("decided_by_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", WHEN, nullable=True),
        sa.CheckConstraint(
            "(state = 'ACCEPTED') = (decided_at IS NOT NULL)", name=op.f("ck_synonym_decided")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], [ACCOUNT], name=op.f("fk_synonym_proposed_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], [ACCOUNT], name=op.f("fk_synonym_decided_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_synonym")),
        sa.UniqueConstraint("term", "means", name=op.f("uq_synonym_term_means")),
        schema="directory",
    )
    op.create_table(
        "search_vocabulary",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("reached", sa.BigInteger(), nullable=False),
        sa.Column("finished_at", WHEN, nullable=True),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_search_vocabulary")),
        schema="directory",
    )
    for role in ("maillage_web", "maillage_worker"):
        op.execute(
            "GRANT SELECT, INSERT, UPDATE, DELETE"
            f" ON directory.synonym, directory.search_vocabulary TO {role}"
        )


def downgrade() -> None:
    op.drop_table("search_vocabulary", schema="directory")
    op.drop_table("synonym", schema="directory")
