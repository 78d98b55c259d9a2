"""A confidential site shows its commune and nothing else, whoever writes it.

Its telephone and e-mail (a reverse directory gives an address for a number) go beside its address;
its contacts are read by those who may read the address, or may at least tend to the site.
"""

import sqlalchemy as sa
from alembic import op

from models.migrations.locks import lock_together

revision = "0060"
down_revision = "0052"
branch_labels = None
depends_on = None

HIDE = """
CREATE FUNCTION directory.hide_site() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
    NEW.address := NULL;
    NEW.postal_code := NULL;
    NEW.phone := NULL;
    NEW.email := NULL;
    NEW.accessibility_url := NULL;
    NEW.nearest_stop := NULL;
    NEW.nearest_stop_walk_min := NULL;
    NEW.last_service_time := NULL;
    NEW.precision := 'HIDDEN';
    SELECT c.point INTO NEW.public_point FROM reference.commune c
    WHERE c.insee_code = NEW.insee_code;
    RETURN NEW;
END $$;
CREATE TRIGGER hide_site BEFORE INSERT OR UPDATE ON directory.site
FOR EACH ROW WHEN (NEW.is_confidential) EXECUTE FUNCTION directory.hide_site();
"""
# What was written before goes beside the address; the owner is bound by the policies too.
KEEP = """
ALTER TABLE directory.site_secret NO FORCE ROW LEVEL SECURITY;
UPDATE directory.site_secret x SET phone = s.phone, email = s.email
FROM directory.site s WHERE s.id = x.site_id AND s.is_confidential;
UPDATE directory.site SET precision = 'HIDDEN' WHERE is_confidential;
ALTER TABLE directory.site_secret FORCE ROW LEVEL SECURITY;
"""
GIVE_BACK = """
ALTER TABLE directory.site_secret NO FORCE ROW LEVEL SECURITY;
UPDATE directory.site s SET phone = x.phone, email = x.email
FROM directory.site_secret x WHERE s.id = x.site_id AND s.is_confidential;
DELETE FROM directory.site_secret WHERE address IS NULL;
ALTER TABLE directory.site_secret FORCE ROW LEVEL SECURITY;
"""
SITE = "SELECT FROM directory.site s WHERE s.id = contact.site_id"
TOLD = f"EXISTS ({SITE} AND NOT s.is_confidential)"
THEIRS = (
    f"EXISTS ({SITE} AND (s.organization_id = ANY ((SELECT accounts.my_organizations())::bigint[])"
    " OR s.department_code = ANY ((SELECT accounts.my_departments())::text[])))"
)
CLAIMED = (
    "EXISTS (SELECT FROM directory.offer o JOIN directory.place_lot l ON l.offer_id = o.id"
    " JOIN directory.place_claim c ON c.lot_id = l.id WHERE o.site_id = contact.site_id"
    " AND NOT isempty(directory.claim_days(c.state, c.during, c.expires_at))"
    " AND c.unit_id = ANY ((SELECT accounts.my_units())::bigint[]))"
)
POLICIES = (
    f"CREATE POLICY told ON directory.contact TO maillage_web USING ({TOLD})",
    f"CREATE POLICY theirs ON directory.contact TO maillage_web USING ({THEIRS})",
    f"CREATE POLICY claimed ON directory.contact FOR SELECT TO maillage_web USING ({CLAIMED})",
    "CREATE POLICY worker ON directory.contact TO maillage_worker USING (true)",
)


def upgrade() -> None:
    lock_together(
        "directory.site", "directory.site_secret", "directory.contact", mode="ACCESS EXCLUSIVE"
    )
    for name in ("phone", "email"):
        column = sa.Column(name, sa.Text(), nullable=True)
        op.add_column("site_secret", column, schema="directory")
    op.alter_column("site_secret", "address", nullable=True, schema="directory")
    op.execute(HIDE)
    op.execute(KEEP)
    op.execute("ALTER TABLE directory.contact ENABLE ROW LEVEL SECURITY")
    for policy in POLICIES:
        op.execute(policy)


def downgrade() -> None:
    for name in ("told", "theirs", "claimed", "worker"):
        op.execute(f"DROP POLICY {name} ON directory.contact")
    op.execute("ALTER TABLE directory.contact DISABLE ROW LEVEL SECURITY")
    op.execute("DROP TRIGGER hide_site ON directory.site")
    op.execute("DROP FUNCTION directory.hide_site()")
    op.execute(GIVE_BACK)
    op.alter_column("site_secret", "address", nullable=False, schema="directory")
    for name in ("phone", "email"):
        op.drop_column("site_secret", name, schema="directory")
