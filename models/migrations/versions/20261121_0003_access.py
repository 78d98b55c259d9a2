"""Grants of the web and worker roles, and row-level security over case data (design §7).

`unit_id = ANY ((SELECT …)::bigint[])` is evaluated once per query; a sub-select in the policy
would be scanned once per row.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

IDENTITY = """
CREATE FUNCTION accounts.my_account() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS $$
    SELECT id FROM accounts.account
    WHERE active AND id = nullif(current_setting('app.account_id', true), '')::bigint
$$;
CREATE FUNCTION accounts.my_units() RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(unit_id), '{}') FROM accounts.membership
    WHERE account_id = accounts.my_account() AND role IN ('CPIP', 'MANAGER')
$$;
CREATE FUNCTION accounts.my_organizations() RETURNS bigint[] LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(organization_id), '{}') FROM accounts.membership
    WHERE account_id = accounts.my_account() AND organization_id IS NOT NULL
$$;
CREATE FUNCTION accounts.my_departments() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(unit.department_code), '{}')
    FROM accounts.membership JOIN accounts.unit ON unit.id = unit_id
    WHERE account_id = accounts.my_account() AND role = 'COORDINATOR'
$$;
"""
FUNCTIONS = ("my_departments", "my_organizations", "my_units", "my_account")
OURS = "unit_id = ANY ((SELECT accounts.my_units())::bigint[])"
THEIRS = "organization_id = ANY ((SELECT accounts.my_organizations())::bigint[])"

STAFF_ONLY = (
    "supervised_person",
    "external_ref",
    "measure",
    "release_plan",
    "need",
    "plan_constraint",
    "plan_pillar",
    "plan_proof",
    "criterion_lift",
    "follow_up",
)
# What a partner may see, and what it may write, of the tables it shares with us.
SHARED = {
    "orientation": (f"{THEIRS} AND sent_at IS NOT NULL", ("UPDATE",)),
    "orientation_event": (f"{THEIRS} AND NOT is_internal", ("INSERT",)),
    "disclosure": (f"{THEIRS} AND (closes_on IS NULL OR closes_on >= current_date)", ()),
    "placement": (
        f"{THEIRS} AND (ended_on IS NULL OR ended_on >= current_date - 30)",
        ("UPDATE",),
    ),
    "placement_event": (f"{THEIRS} AND NOT is_internal", ("INSERT",)),
    "work_session": (THEIRS, ("INSERT", "UPDATE", "DELETE")),
    "incident": (THEIRS, ("INSERT",)),
}
WORKER = {
    "orientation": ("SELECT", "UPDATE"),
    "orientation_event": ("SELECT", "INSERT"),
    "placement": ("SELECT", "UPDATE"),
    "placement_event": ("SELECT", "INSERT"),
    "disclosure": ("SELECT", "UPDATE"),
    "need": ("SELECT",),
    "release_plan": ("SELECT",),
}


def grant() -> None:
    """Nobody but the owner owns; the web role cannot read the audit log nor unmake history."""
    for role in ("maillage_web", "maillage_worker"):
        op.execute(
            f"GRANT USAGE ON SCHEMA reference, accounts, directory, casework, audit TO {role}"
        )
        op.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA reference TO {role}")
        op.execute(
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA"
            f" accounts, directory TO {role}"
        )
        op.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA accounts, directory TO {role}")
        op.execute(f"REVOKE UPDATE, DELETE ON directory.capacity_report FROM {role}")
        op.execute(f"REVOKE DELETE ON directory.place_claim FROM {role}")
        op.execute(f"GRANT INSERT ON audit.entry TO {role}")
    op.execute("REVOKE ALL ON directory.site_secret FROM maillage_worker")
    op.execute(
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA casework TO maillage_web"
    )


def allow(table: str, role: str, command: str, rule: str, name: str) -> None:
    """One policy; an INSERT checks the new row, an UPDATE both."""
    using = "" if command == "INSERT" else f" USING ({rule})"
    check = "" if command in ("SELECT", "DELETE") else f" WITH CHECK ({rule})"
    op.execute(f"CREATE POLICY {name} ON {table} FOR {command} TO {role}{using}{check}")


def secure(table: str) -> None:
    """Even the owner goes through the policies."""
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")


def upgrade() -> None:
    op.execute(IDENTITY)
    grant()
    for table in (*STAFF_ONLY, *SHARED):
        secure(f"casework.{table}")
        allow(f"casework.{table}", "maillage_web", "ALL", OURS, "unit")
    for table, (rule, commands) in SHARED.items():
        for command in ("SELECT", *commands):
            allow(f"casework.{table}", "maillage_web", command, rule, f"partner_{command.lower()}")
    for table, commands in WORKER.items():
        op.execute(f"GRANT {', '.join(commands)} ON casework.{table} TO maillage_worker")
        for command in commands:
            allow(
                f"casework.{table}", "maillage_worker", command, "true", f"worker_{command.lower()}"
            )
    secure("directory.site_secret")
    allow("directory.site_secret", "maillage_web", "ALL", THEIRS, "own_partner")
    allow("directory.site_secret", "maillage_web", "SELECT", COORDINATED, "coordinator")
    allow("directory.site_secret", "maillage_web", "SELECT", CLAIMED, "live_claim")


COORDINATED = (
    "EXISTS (SELECT FROM directory.site s WHERE s.id = site_id"
    " AND s.department_code = ANY ((SELECT accounts.my_departments())::text[]))"
)
CLAIMED = (
    "EXISTS (SELECT FROM directory.offer o JOIN directory.place_lot l ON l.offer_id = o.id"
    " JOIN directory.place_claim c ON c.lot_id = l.id WHERE o.site_id = site_secret.site_id"
    " AND NOT isempty(directory.claim_days(c.state, c.during, c.expires_at))"
    " AND c.unit_id = ANY ((SELECT accounts.my_units())::bigint[]))"
)


def downgrade() -> None:
    for table in (
        *(f"casework.{name}" for name in (*STAFF_ONLY, *SHARED)),
        "directory.site_secret",
    ):
        op.execute(
            f"DO $$ DECLARE p text; BEGIN FOR p IN SELECT policyname FROM pg_policies"
            f" WHERE schemaname || '.' || tablename = '{table}' LOOP"
            f" EXECUTE format('DROP POLICY %I ON {table}', p); END LOOP; END $$"
        )
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
    for name in FUNCTIONS:
        op.execute(f"DROP FUNCTION accounts.{name}()")
    for role in ("maillage_web", "maillage_worker"):
        schemas = "reference, accounts, directory, casework, audit"
        op.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA {schemas} FROM {role}")
        op.execute(f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA {schemas} FROM {role}")
        op.execute(f"REVOKE ALL ON SCHEMA {schemas} FROM {role}")
