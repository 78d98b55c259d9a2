"""The administrator reads what was done to accounts, and nothing else of the audit log.

The web role still cannot read the table: the function asks who is acting, and for which role.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

OF_ACCOUNTS = "subject_kind IN ('account', 'invitation', 'sign_in') AND operation <> 'SIGN_IN'"
READER = f"""
CREATE FUNCTION audit.of_accounts(before timestamptz, after_id uuid, most integer)
RETURNS TABLE (id uuid, recorded_at timestamptz, account_id bigint, operation text,
    subject_kind text, subject_id text, reason text, ip_address text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT entry.id, entry.recorded_at, entry.account_id, entry.operation, entry.subject_kind,
        entry.subject_id, entry.reason, entry.ip_address
    FROM audit.entry
    WHERE {OF_ACCOUNTS}
    AND (before IS NULL OR (entry.recorded_at, entry.id) < (before, after_id))
    AND EXISTS (SELECT FROM accounts.membership m
        WHERE m.account_id = (SELECT accounts.my_account()) AND m.role = 'ADMINISTRATOR')
    ORDER BY entry.recorded_at DESC, entry.id DESC LIMIT least(most, 100)
$$
"""
SIGNATURE = "audit.of_accounts(timestamptz, uuid, integer)"


def upgrade() -> None:
    op.create_index(
        "ix_entry_of_accounts",
        "entry",
        ["recorded_at", "id"],
        schema="audit",
        postgresql_where=sa.text(OF_ACCOUNTS),
    )
    op.execute(READER)
    op.execute(f"REVOKE ALL ON FUNCTION {SIGNATURE} FROM public")
    op.execute(f"GRANT EXECUTE ON FUNCTION {SIGNATURE} TO maillage_web")


def downgrade() -> None:
    op.execute(f"DROP FUNCTION {SIGNATURE}")
    op.drop_index("ix_entry_of_accounts", table_name="entry", schema="audit")
