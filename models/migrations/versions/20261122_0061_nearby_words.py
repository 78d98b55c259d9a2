"""Words by square of the ground, and those of what comes from afar: read where one looks.

The squares are those of `search/postgresql/squares.py`, in degrees. Stopped half-way, it can be
run again: an index built beside people at work may be left unfinished.
"""

from alembic import op

revision = "0061"
down_revision = "0060b"
branch_labels = None
depends_on = None

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
INDEXES = {
    "ix_offer_search_nearby": "(directory.nearby_words(words, point)) WHERE NOT is_remote",
    "ix_offer_search_words_afar": "(words) WHERE is_remote OR cardinality(zones) > 0",
}


def upgrade() -> None:
    op.execute(NEARBY)
    op.execute("GRANT EXECUTE ON FUNCTION directory.nearby_words TO maillage_web, maillage_worker")
    with op.get_context().autocommit_block():
        # A minute for a hundred thousand offers, while people search and write; it waits for the
        # transactions begun before it, and nobody waits for it.
        op.execute("SET lock_timeout = '10min'")
        op.execute("SET maintenance_work_mem = '256MB'")
        for name, words in INDEXES.items():
            op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS directory.{name}")
            op.execute(
                f"CREATE INDEX CONCURRENTLY {name} ON directory.offer_search USING gin {words}"
            )
        op.execute("RESET lock_timeout")
        op.execute("RESET maintenance_work_mem")
        op.execute("ANALYZE directory.offer_search")


def downgrade() -> None:
    for name in INDEXES:
        op.execute(f"DROP INDEX directory.{name}")
    op.execute("DROP FUNCTION directory.nearby_words")
