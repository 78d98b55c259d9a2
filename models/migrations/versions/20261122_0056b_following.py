"""What hangs on a site follows it to another organization: requests, stays, its secret address.

The coordinator who merges two partners reads no case: the database moves what they must not see.
A request that is written while two partners are merged is the one's that stays. The owner of the
tables goes through a policy too, which lets it by inside these functions alone.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from models.migrations.locks import lock_together

revision = "0056b"
down_revision = "0056"
branch_labels = None
depends_on = None

BY_ORIENTATION = ("orientation_event", "placement", "disclosure")
BY_PLACEMENT = ("placement_event", "work_session", "incident")
CASES = ("orientation", *BY_ORIENTATION, *BY_PLACEMENT)
SECURED = (*(f"casework.{table}" for table in CASES), "directory.site_secret")
FOLLOWING = "current_setting('maillage.following', true) = 'on'"
START = "PERFORM set_config('maillage.following', 'on', true);"
END = "PERFORM set_config('maillage.following', '', true);"

ASKED = """
    UPDATE casework.orientation SET organization_id = NEW.organization_id FROM directory.offer o
    WHERE o.site_id = NEW.id AND orientation.offer_id = o.id
    AND orientation.organization_id <> NEW.organization_id;
"""
MOVED = """
    UPDATE casework.{table} SET organization_id = NEW.organization_id
    FROM directory.offer o JOIN casework.orientation r ON r.offer_id = o.id{also}
    WHERE o.site_id = NEW.id AND {table}.{key} = {parent}.id
    AND {table}.organization_id <> NEW.organization_id;
"""
STAYS = " JOIN casework.placement p ON p.orientation_id = r.id"
FOLLOW = f"""
CREATE FUNCTION directory.follow_site() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
    {START}
    UPDATE directory.site_secret SET organization_id = NEW.organization_id WHERE site_id = NEW.id;
    IF to_regclass('casework.orientation') IS NOT NULL THEN
    {ASKED}
    {"".join(MOVED.format(table=t, key="orientation_id", parent="r", also="") for t in BY_ORIENTATION)}
    {"".join(MOVED.format(table=t, key="placement_id", parent="p", also=STAYS) for t in BY_PLACEMENT)}
    END IF;
    {END}
    RETURN NULL;
END $$;
CREATE TRIGGER follow_site AFTER UPDATE OF organization_id ON directory.site
FOR EACH ROW WHEN (OLD.organization_id IS DISTINCT FROM NEW.organization_id)
EXECUTE FUNCTION directory.follow_site();
"""

# FOR SHARE waits for a merge under way, and reads what it wrote.
OWNER = f"""
CREATE FUNCTION casework.host_of_{{name}}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE
    host bigint;
BEGIN
    {START}
    {{reads}}
    {END}
    NEW.organization_id := coalesce(host, NEW.organization_id);
    RETURN NEW;
END $$;
"""
OF_OFFER = """
    SELECT s.organization_id INTO host
    FROM directory.offer o JOIN directory.site s ON s.id = o.site_id
    WHERE o.id = NEW.offer_id FOR SHARE OF s;
"""
OF_PARENT = """
    SELECT organization_id INTO host FROM casework.{parent}
    WHERE id = NEW.{parent}_id;
"""
READS = {
    "offer": (OF_OFFER, ("orientation",)),
    "orientation": (OF_PARENT.format(parent="orientation"), BY_ORIENTATION),
    "placement": (OF_PARENT.format(parent="placement"), BY_PLACEMENT),
}

SECRETS = f"""
CREATE FUNCTION directory.may_move_secrets(site bigint) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT FROM directory.site s
        WHERE s.id = site AND s.department_code = ANY ((SELECT accounts.my_territory())::text[]))
$$;
CREATE FUNCTION directory.merge_secrets(merge_key uuid, kept bigint, absorbed bigint)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    done text := 'NONE';
BEGIN
    IF NOT (directory.may_move_secrets(kept) AND directory.may_move_secrets(absorbed))
        OR NOT EXISTS (SELECT FROM directory.site WHERE id IN (kept, absorbed) AND is_confidential)
    THEN
        RETURN done;
    END IF;
    {START}
    IF NOT EXISTS (SELECT FROM directory.site_secret WHERE site_id = kept) THEN
        UPDATE directory.site_secret SET site_id = kept WHERE site_id = absorbed;
        IF FOUND THEN
            done := 'MOVED';
        ELSE
            -- The address that was public is a secret from now on.
            INSERT INTO directory.site_secret (site_id, organization_id, address, point)
            SELECT kept, organization_id, address, public_point FROM directory.site
            WHERE id IN (kept, absorbed) AND address > '' ORDER BY id = kept DESC LIMIT 1;
            IF FOUND THEN done := 'MADE'; END IF;
        END IF;
    ELSIF EXISTS (SELECT FROM directory.site_secret WHERE site_id = absorbed) THEN
        INSERT INTO directory.site_secret_aside (merge_id, content)
        SELECT merge_key, to_jsonb(s) || jsonb_build_object('point', s.point::text)
        FROM directory.site_secret s WHERE s.site_id = absorbed;
        DELETE FROM directory.site_secret WHERE site_id = absorbed;
        done := 'ASIDE';
    END IF;
    -- Texts of what changed at a place that was not secret may be its address.
    UPDATE directory.change SET texts = '{{}}',
        hidden = hidden || ARRAY(SELECT jsonb_object_keys(texts))
    WHERE site_id IN (kept, absorbed) AND texts <> '{{}}';
    {END}
    RETURN done;
END $$;
CREATE FUNCTION directory.split_secrets(merge_key uuid, done text, kept bigint, absorbed bigint)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NOT (directory.may_move_secrets(kept) AND directory.may_move_secrets(absorbed)) THEN
        RETURN;
    END IF;
    {START}
    IF done = 'MOVED' THEN
        UPDATE directory.site_secret SET site_id = absorbed WHERE site_id = kept;
    ELSIF done = 'MADE' THEN
        DELETE FROM directory.site_secret WHERE site_id = kept;
    ELSIF done = 'ASIDE' THEN
        INSERT INTO directory.site_secret
        SELECT r.* FROM directory.site_secret_aside a,
            jsonb_populate_record(NULL::directory.site_secret, a.content) AS r
        WHERE a.merge_id = merge_key ON CONFLICT DO NOTHING;
        DELETE FROM directory.site_secret_aside WHERE merge_id = merge_key;
    END IF;
    {END}
END $$;
"""
CALLED = (
    "directory.merge_secrets(uuid, bigint, bigint)",
    "directory.split_secrets(uuid, text, bigint, bigint)",
    "directory.may_move_secrets(bigint)",
)


def upgrade() -> None:
    op.create_table(
        "site_secret_aside",
        sa.Column("merge_id", sa.Uuid(), nullable=False),
        sa.Column("content", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["merge_id"],
            ["directory.merge.id"],
            name=op.f("fk_site_secret_aside_merge_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("merge_id", name=op.f("pk_site_secret_aside")),
        schema="directory",
    )
    op.execute("ALTER TABLE directory.site_secret_aside ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE directory.site_secret_aside FORCE ROW LEVEL SECURITY")
    lock_together("directory.site", *SECURED, mode="ACCESS EXCLUSIVE")
    for table in (*SECURED, "directory.site_secret_aside"):
        op.execute(f"CREATE POLICY following ON {table} TO CURRENT_USER USING ({FOLLOWING})")
    op.execute(FOLLOW)
    for name, (reads, tables) in READS.items():
        op.execute(OWNER.format(name=name, reads=reads))
        for table in tables:
            op.execute(
                f"CREATE TRIGGER host BEFORE INSERT ON casework.{table}"
                f" FOR EACH ROW EXECUTE FUNCTION casework.host_of_{name}()"
            )
    op.execute(SECRETS)
    for function in CALLED:
        op.execute(f"REVOKE ALL ON FUNCTION {function} FROM public")
    for function in CALLED[:2]:
        op.execute(f"GRANT EXECUTE ON FUNCTION {function} TO maillage_web")


def downgrade() -> None:
    lock_together("directory.site", *SECURED, mode="ACCESS EXCLUSIVE")
    for function in CALLED:
        op.execute(f"DROP FUNCTION {function}")
    for name, (_, tables) in READS.items():
        for table in tables:
            op.execute(f"DROP TRIGGER host ON casework.{table}")
        op.execute(f"DROP FUNCTION casework.host_of_{name}()")
    op.execute("DROP TRIGGER follow_site ON directory.site")
    op.execute("DROP FUNCTION directory.follow_site()")
    for table in SECURED:
        op.execute(f"DROP POLICY following ON {table}")
    op.drop_table("site_secret_aside", schema="directory")
