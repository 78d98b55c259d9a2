"""Procrastinate's own tables, in the schema `jobs`, from the version that is installed."""

from alembic import op
from procrastinate.schema import SchemaManager

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ROLES = ("maillage_web", "maillage_worker")


def upgrade() -> None:
    op.execute("SET LOCAL search_path = jobs")
    driver = op.get_bind().connection.driver_connection
    assert driver is not None
    # Sent as it is: the text holds percent signs that are not parameters.
    driver.execute(SchemaManager.get_schema())
    op.execute("SET LOCAL search_path = public")
    for role in ROLES:
        op.execute(f"GRANT USAGE ON SCHEMA jobs TO {role}")
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA jobs TO {role}")
        op.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA jobs TO {role}")


def downgrade() -> None:
    op.execute("DROP SCHEMA jobs CASCADE")
    op.execute("CREATE SCHEMA jobs")
