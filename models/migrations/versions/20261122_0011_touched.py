"""Every change of what the network shows leaves a mark, which a worker follows within a minute.

A mark is a mere insert: it waits for nobody, and no hold waits for it. Reports leave none of their
own, since nothing shown is read from them: they come with the lot and the offer they change.
"""

import sqlalchemy as sa
from alembic import op

from models.migrations.locks import lock_together

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# Written at each hold: the shortest way from a claim to its offer.
CLAIMED = """
CREATE FUNCTION directory.touch_claimed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO directory.offer_touched (offer_id)
    SELECT offer_id FROM directory.place_lot WHERE id IN (OLD.lot_id, NEW.lot_id);
    RETURN NULL;
END $$
"""

# Its two arguments say what the changed row is about, and which of its columns says so.
TOUCH = """
CREATE FUNCTION directory.touch_offers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE
    keys bigint[] := ARRAY[
        (to_jsonb(OLD) ->> TG_ARGV[1])::bigint, (to_jsonb(NEW) ->> TG_ARGV[1])::bigint];
BEGIN
    IF TG_ARGV[0] = 'offer' THEN
        INSERT INTO directory.offer_touched (offer_id)
        SELECT DISTINCT key FROM unnest(keys) AS key WHERE key IS NOT NULL;
    ELSIF TG_ARGV[0] = 'site' THEN
        INSERT INTO directory.offer_touched (offer_id)
        SELECT id FROM directory.offer WHERE site_id = ANY (keys);
    ELSE
        INSERT INTO directory.offer_touched (offer_id)
        SELECT offer.id FROM directory.site JOIN directory.offer ON offer.site_id = site.id
        WHERE site.organization_id = ANY (keys);
    END IF;
    RETURN NULL;
END $$
"""

# Per table: which of its rows' events matter, and which columns of an update are shown.
SEEN = {
    "offer": ("INSERT OR DELETE", "site_id, family, title, publication, verified_at"),
    "tig_post": ("", "activity, listing_status, days, bands, accepts_minors"),
    "housing_offer": ("", "housing_type, tag_compatible"),
    "job_offer": ("", "employer_type, days, bands"),
    "care_offer": ("", "care_type"),
    "course_offer": ("", "course_type"),
    "support_offer": ("", "support_type"),
    "place_lot": (
        "INSERT OR DELETE",
        "offer_id, gender, is_for_minors, households, days, sharing, state, places, open,"
        " valid_until",
    ),
    "site": ("", "organization_id, insee_code, department_code, public_point, pmr_access"),
    "organization": ("", "legal_name, legal_form"),
    "accreditation": (
        "INSERT OR DELETE",
        "organization_id, kind, status, department_code, decided_on, ends_on, withdrawn_on",
    ),
    "audience_rule": (
        "INSERT OR DELETE",
        "offer_id, site_id, organization_id, gender, age_min, households, animals",
    ),
}
KEYS = {
    "place_lot": [("offer", "offer_id")],
    "site": [("site", "id")],
    "organization": [("organization", "id")],
    "accreditation": [("organization", "organization_id")],
    "audience_rule": [
        ("offer", "offer_id"),
        ("site", "site_id"),
        ("organization", "organization_id"),
    ],
}
ITSELF = [("offer", "id")]


def follow(table: str) -> None:
    """One trigger for each thing a row of this table may be about."""
    events, columns = SEEN[table]
    when = " OR ".join(filter(None, (events, f"UPDATE OF {columns}")))
    for level, key in KEYS.get(table, ITSELF):
        op.execute(
            f"CREATE TRIGGER touch_{level} AFTER {when} ON directory.{table}"
            f" FOR EACH ROW EXECUTE FUNCTION directory.touch_offers('{level}', '{key}')"
        )


def upgrade() -> None:
    op.create_table(
        "network_version",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_network_version")),
        schema="directory",
    )
    op.execute("INSERT INTO directory.network_version VALUES (1, 1)")
    op.execute("GRANT SELECT ON directory.network_version TO maillage_web, maillage_worker")
    op.execute("GRANT UPDATE ON directory.network_version TO maillage_worker")
    op.create_index(
        op.f("ix_offer_state_cell_x_cell_y"),
        "offer_state",
        ["cell_x", "cell_y"],
        unique=False,
        schema="directory",
    )
    # What is already there is to be copied; marked first, so that the locks below are short.
    op.execute("INSERT INTO directory.offer_touched (offer_id) SELECT id FROM directory.offer")
    op.execute(CLAIMED)
    op.execute(TOUCH)
    lock_together("directory.place_claim", *(f"directory.{table}" for table in SEEN))
    op.execute(
        "CREATE TRIGGER touch_offer AFTER INSERT OR DELETE"
        " OR UPDATE OF lot_id, state, during, expires_at ON directory.place_claim"
        " FOR EACH ROW EXECUTE FUNCTION directory.touch_claimed()"
    )
    for table in SEEN:
        follow(table)


def downgrade() -> None:
    for table in SEEN:
        for level, _ in KEYS.get(table, ITSELF):
            op.execute(f"DROP TRIGGER touch_{level} ON directory.{table}")
    op.execute("DROP TRIGGER touch_offer ON directory.place_claim")
    op.execute("DROP FUNCTION directory.touch_offers()")
    op.execute("DROP FUNCTION directory.touch_claimed()")
    op.drop_index(op.f("ix_offer_state_cell_x_cell_y"), "offer_state", schema="directory")
    op.drop_table("network_version", schema="directory")
