"""Words asked square by square; search rows keep where offers are, and only what is read.

The squares are those of `search/postgresql/squares.py`, in degrees. The release before goes on with
its own columns until the last moment. Stopped half-way, it can be run again: an index built beside
people at work may be left unfinished, and rows are written a few at a time.
"""

from alembic import op

revision = "0063"
down_revision = "0061"
branch_labels = None
depends_on = None

SQUARED = """
CREATE OR REPLACE FUNCTION directory.squared_words(
    words tsvector, point public.geography, is_remote boolean, zones text[]
) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
    SELECT pg_catalog.array_to_tsvector(ARRAY(
        SELECT DISTINCT pg_catalog.concat(square, pg_catalog.ltrim(word, '~'))
        FROM pg_catalog.unnest(pg_catalog.tsvector_to_array(words)) AS word,
            pg_catalog.unnest(ARRAY[
                CASE WHEN NOT is_remote THEN pg_catalog.concat(
                    pg_catalog.floor(public.ST_X(place) / 0.75), ':',
                    pg_catalog.floor(public.ST_Y(place) / 0.5), '/'
                ) END,
                CASE WHEN is_remote OR pg_catalog.cardinality(zones) > 0 THEN '*/' END
            ]) AS square
        WHERE square IS NOT NULL AND (square = '*/' OR place IS NOT NULL)
    ))
    FROM (SELECT point::public.geometry AS place OFFSET 0) AS here
$$
"""
NEARBY = """
CREATE OR REPLACE FUNCTION directory.nearby_words(words tsvector, point public.geography) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$
    SELECT pg_catalog.array_to_tsvector(ARRAY(
        SELECT pg_catalog.concat(
            pg_catalog.floor(public.ST_X(place) / 0.75), ':',
            pg_catalog.floor(public.ST_Y(place) / 0.5), '/', word
        )
        FROM pg_catalog.unnest(pg_catalog.tsvector_to_array(words)) AS word
    ))
    FROM (SELECT point::public.geometry AS place OFFSET 0) AS here
$$
"""
BEFORE = {
    "ix_offer_search_nearby": "gin (directory.nearby_words(words, point)) WHERE NOT is_remote",
    "ix_offer_search_words_afar": "gin (words) WHERE is_remote OR cardinality(zones) > 0",
    "ix_offer_search_packed": "btree (department_code, insee_code) INCLUDE (packed)",
}
AFTER = {
    "ix_offer_search_squared": "gin (directory.squared_words(words, point, is_remote, zones))",
    "ix_offer_search_compact": "btree (department_code, insee_code) INCLUDE (compact)",
}
# What nothing reads any more.
UNREAD = {
    "packed": "bytea",
    "is_siao_only": "boolean NOT NULL DEFAULT false",
    "audiences": "text[] NOT NULL DEFAULT '{}'",
    "days": "text[] NOT NULL DEFAULT '{}'",
    "bands": "text[] NOT NULL DEFAULT '{}'",
    "admission": "text NOT NULL DEFAULT ''",
    "fresh_until": "timestamptz",
    "verified_at": "timestamptz",
}
# What was packed before, and where the offer is, in parts of a degree of a centimetre. A row that
# somebody writes meanwhile is left to the worker, which writes every row again.
FILLED = """
WITH these AS (
    SELECT offer_id FROM directory.offer_search WHERE offer_id > %(after)s
    ORDER BY offer_id LIMIT 2000 FOR UPDATE SKIP LOCKED
), filled AS (
    UPDATE directory.offer_search AS o SET compact = packed
        || int4send(round(coalesce(public.ST_X(point::public.geometry), 0) * 10000000)::integer)
        || int4send(round(coalesce(public.ST_Y(point::public.geometry), 0) * 10000000)::integer)
    FROM these WHERE o.offer_id = these.offer_id AND packed IS NOT NULL AND compact IS NULL
)
SELECT max(offer_id) FROM these
"""


def upgrade() -> None:
    op.execute(SQUARED)
    op.execute("GRANT EXECUTE ON FUNCTION directory.squared_words TO maillage_web, maillage_worker")
    op.execute("ALTER TABLE directory.offer_search ADD COLUMN IF NOT EXISTS compact bytea")
    with op.get_context().autocommit_block():
        after: int | None = 0
        while after is not None:
            after = op.get_bind().exec_driver_sql(FILLED, {"after": after}).scalar()
    _rebuild(AFTER, BEFORE)
    for name in UNREAD:
        op.execute(f"ALTER TABLE directory.offer_search DROP COLUMN IF EXISTS {name}")
    op.execute("DROP FUNCTION IF EXISTS directory.nearby_words")


def downgrade() -> None:
    op.execute(NEARBY)
    op.execute("GRANT EXECUTE ON FUNCTION directory.nearby_words TO maillage_web, maillage_worker")
    for name, kind in UNREAD.items():
        op.execute(f"ALTER TABLE directory.offer_search ADD COLUMN IF NOT EXISTS {name} {kind}")
    op.execute(
        "UPDATE directory.offer_search SET packed = substring(compact, 1, 44)"
        " WHERE compact IS NOT NULL"
    )
    _rebuild(BEFORE, AFTER)
    op.execute("ALTER TABLE directory.offer_search DROP COLUMN IF EXISTS compact")
    op.execute("DROP FUNCTION IF EXISTS directory.squared_words")


def _rebuild(made: dict[str, str], dropped: dict[str, str]) -> None:
    """Indexes built while people search and write, then those that they replace."""
    with op.get_context().autocommit_block():
        op.execute("SET lock_timeout = '10min'")
        op.execute("SET maintenance_work_mem = '256MB'")
        for name, words in made.items():
            op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS directory.{name}")
            op.execute(f"CREATE INDEX CONCURRENTLY {name} ON directory.offer_search USING {words}")
        for name in dropped:
            op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS directory.{name}")
        op.execute("RESET lock_timeout")
        op.execute("RESET maintenance_work_mem")
        op.execute("ANALYZE directory.offer_search")
