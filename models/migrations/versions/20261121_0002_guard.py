"""The guard of design §3: no promise beyond what a lot grants can be stored, whoever writes.

A BEFORE trigger first writes the lot, so that two claims on one lot wait for each other at every
isolation level, then counts the other live claims on the days the change adds.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

LIVE = """
CREATE FUNCTION directory.claim_days(
    state text, during daterange, expires_at timestamptz
) RETURNS datemultirange LANGUAGE sql STABLE
SET search_path = pg_catalog AS $$
    -- A taken claim lasts until the person has actually left: past its planned end, one more day.
    SELECT CASE
        WHEN state = 'TAKEN' THEN datemultirange(daterange(
            lower(during), greatest(upper(during), lower(during) + 1, current_date + 1)))
        WHEN state = 'HELD' AND expires_at > clock_timestamp() THEN datemultirange(during)
        ELSE '{}'::datemultirange
    END
$$;
"""

PEAK = """
CREATE FUNCTION directory.peak_claims(
    lot bigint, days datemultirange, except_claim uuid DEFAULT NULL
) RETURNS integer LANGUAGE sql STABLE
SET search_path = pg_catalog AS $$
    -- The most units taken or held together on any of these days.
    WITH live AS MATERIALIZED (
        SELECT directory.claim_days(state, during, expires_at) * days AS held
        FROM directory.place_claim
        WHERE lot_id = lot AND state IN ('HELD', 'TAKEN') AND id IS DISTINCT FROM except_claim
    ), starts AS (
        SELECT DISTINCT lower(piece) AS day FROM live, unnest(held) AS piece
    )
    SELECT coalesce(max(together), 0)::integer
    FROM starts, LATERAL (SELECT count(*) AS together FROM live WHERE held @> day) AS counted
$$;
"""

GUARD = """
CREATE FUNCTION directory.guard_claim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE
    granted bigint;
    before datemultirange := '{}';
    added datemultirange;
BEGIN
    IF NEW.state NOT IN ('HELD', 'TAKEN') THEN
        RETURN NEW;
    END IF;
    UPDATE directory.place_lot SET claimed_at = clock_timestamp()
        WHERE id = NEW.lot_id RETURNING open INTO granted;
    UPDATE directory.place_claim SET state = 'EXPIRED', ended_at = clock_timestamp()
        WHERE id IN (
            -- A row somebody else is writing is theirs to settle; waiting for it could deadlock.
            SELECT id FROM directory.place_claim
            WHERE lot_id = NEW.lot_id AND state = 'HELD' AND expires_at <= clock_timestamp()
            AND id <> NEW.id ORDER BY id FOR UPDATE SKIP LOCKED
        );
    IF TG_OP = 'UPDATE' AND OLD.lot_id = NEW.lot_id THEN
        before := directory.claim_days(OLD.state, OLD.during, OLD.expires_at);
    END IF;
    IF NEW.state = 'HELD' AND NEW.expires_at <= clock_timestamp() THEN
        RETURN NEW;
    END IF;
    added := datemultirange(NEW.during) - before;
    IF NOT isempty(added)
        AND directory.peak_claims(NEW.lot_id, added, NEW.id) + 1 > granted THEN
        RAISE EXCEPTION 'no unit of lot % is free on these days', NEW.lot_id
            USING ERRCODE = 'MA001';
    END IF;
    RETURN NEW;
END $$;
"""

REPORTS = """
CREATE FUNCTION directory.refuse_change() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'MA002';
END $$;
"""


def upgrade() -> None:
    for statement in (LIVE, PEAK, GUARD, REPORTS):
        op.execute(statement)
    op.execute(
        "CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON directory.place_claim"
        " FOR EACH ROW EXECUTE FUNCTION directory.guard_claim()"
    )
    for table in ("directory.capacity_report", "audit.entry"):
        op.execute(
            f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION directory.refuse_change()"
        )


def downgrade() -> None:
    for table in ("directory.capacity_report", "audit.entry"):
        op.execute(f"DROP TRIGGER append_only ON {table}")
    op.execute("DROP TRIGGER guard ON directory.place_claim")
    op.execute("DROP FUNCTION directory.refuse_change()")
    op.execute("DROP FUNCTION directory.guard_claim()")
    op.execute("DROP FUNCTION directory.peak_claims(bigint, datemultirange, uuid)")
    op.execute("DROP FUNCTION directory.claim_days(text, daterange, timestamptz)")
