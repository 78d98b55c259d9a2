"""Locks on several tables at once, for migrations that run beside people at work."""

from alembic import op

# Sooner than PostgreSQL looks for a deadlock: it is the migration that gives way, never somebody.
TOGETHER = """
DO $$
DECLARE
    patience text := current_setting('lock_timeout');
BEGIN
    FOR try IN 1 .. 120 LOOP
        BEGIN
            PERFORM set_config('lock_timeout', '100ms', true);
            LOCK TABLE {tables} IN {mode} MODE;
            PERFORM set_config('lock_timeout', patience, true);
            RETURN;
        EXCEPTION WHEN lock_not_available THEN
            PERFORM pg_sleep(0.02 + random() * 0.1);
        END;
    END LOOP;
    RAISE lock_not_available USING MESSAGE = 'these tables are never free together: {tables}';
END $$
"""


def lock_together(*tables: str, mode: str = "SHARE ROW EXCLUSIVE") -> None:
    """Take every lock or none, again and again, for twenty seconds at most.

    Taken one after the other, they would wait for transactions that wait for them: a deadlock,
    and a user's work undone.
    """
    op.execute(TOGETHER.format(tables=", ".join(tables), mode=mode))
