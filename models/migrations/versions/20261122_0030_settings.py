"""Our database's own settings (design §10), for those that the set-up did not make.

Starting workers and compiling costs more than our queries; a sort of ours fits in 32 MB; days begin
in France. Going down leaves them: the set-up writes the same, and what it wrote is not ours to undo.
"""

from alembic import op

revision = "0030"
down_revision = "0020"
branch_labels = None
depends_on = None

SETTINGS = {
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "work_mem": "32MB",
    "timezone": "Europe/Paris",
}
SETTING = """
DO $$ BEGIN EXECUTE pg_catalog.format(
    'ALTER DATABASE %I SET {name} = ''{value}''', pg_catalog.current_database()); END $$
"""


def upgrade() -> None:
    for name, value in SETTINGS.items():
        op.execute(SETTING.format(name=name, value=value))
    # The health page says which migration is the last.
    op.execute("GRANT SELECT ON public.alembic_version TO maillage_web")


def downgrade() -> None:
    op.execute("REVOKE SELECT ON public.alembic_version FROM maillage_web")
