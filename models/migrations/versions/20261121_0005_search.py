"""How the search engine reads French: accents folded, no stop word dropped, stems of its own.

Stop words stay in, since a place may be called "Les Nôtres"; the engine leaves them out of questions.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Everything but letters and figures becomes one space, so that questions and offers are cut alike;
# "St-Étienne" is "saint etienne".
FOLDED = r"""
CREATE FUNCTION directory.folded(said text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT pg_catalog.btrim(pg_catalog.regexp_replace(pg_catalog.regexp_replace(
        pg_catalog.lower(public.unaccent('public.unaccent', normalize(said, NFKC))),
        '[^[:alnum:]]+', ' ', 'g'), '\mst(es?|s)?\M', 'saint\1', 'g'))
$$
"""

STEMS = """
CREATE TEXT SEARCH DICTIONARY directory.french_stem (TEMPLATE = pg_catalog.snowball, Language = french)
"""

CONFIGURATION = """
CREATE TEXT SEARCH CONFIGURATION directory.french (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION directory.french
    ADD MAPPING FOR asciiword, word, numword WITH directory.french_stem;
ALTER TEXT SEARCH CONFIGURATION directory.french
    ADD MAPPING FOR int, uint, float, sfloat, version WITH pg_catalog.simple
"""

# The dictionary makes "foi" of foyer but "foyer" of foyers: plurals are taken off before it.
SINGULAR = r"""
CREATE FUNCTION directory.singular(folded text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT pg_catalog.regexp_replace(folded, '(\w{3})s\M', '\1', 'g')
$$
"""

# Each word is kept as its stem ("act" is the stem of "actes"); "=act" is the word itself, for names
# and acronyms; what is in a name starts with "~", so that an index alone tells names from text.
WORDS = """
CREATE FUNCTION directory.search_words(names text, said text, acronyms text[]) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT pg_catalog.array_to_tsvector(
        pg_catalog.tsvector_to_array(pg_catalog.to_tsvector('directory.french', directory.singular(said)))
        || ARRAY(SELECT '=' || acronym FROM pg_catalog.unnest(acronyms) AS acronym)
        || ARRAY(SELECT '~=' || word FROM pg_catalog.string_to_table(names, ' ') AS word)
        || ARRAY(SELECT '~' || stem FROM pg_catalog.unnest(pg_catalog.tsvector_to_array(
            pg_catalog.to_tsvector('directory.french', directory.singular(names)))) AS stem))
$$
"""

# Search rows stay whole in the table: fetching their words from elsewhere costs more than ranking.
STORAGE = "ALTER TABLE directory.offer_search SET (toast_tuple_target = 8160)"

# Words not yet sorted into an index are read one by one by every search: they are kept few.
# The search tables stay in memory, where a page costs the same wherever it is.
SETTINGS = {"gin_pending_list_limit": 128, "random_page_cost": 1.1}
SETTING = """
DO $$ BEGIN EXECUTE pg_catalog.format(
    'ALTER DATABASE %I {change}', pg_catalog.current_database()); END $$
"""


def upgrade() -> None:
    for statements in (FOLDED, STEMS, CONFIGURATION, SINGULAR, WORDS, STORAGE):
        op.execute(statements)
    for name, value in SETTINGS.items():
        op.execute(SETTING.format(change=f"SET {name} = {value}"))


def downgrade() -> None:
    for name in SETTINGS:
        op.execute(SETTING.format(change=f"RESET {name}"))
    op.execute("ALTER TABLE directory.offer_search RESET (toast_tuple_target)")
    op.execute("DROP FUNCTION directory.search_words(text, text, text[])")
    op.execute("DROP FUNCTION directory.singular(text)")
    op.execute("DROP TEXT SEARCH CONFIGURATION directory.french")
    op.execute("DROP TEXT SEARCH DICTIONARY directory.french_stem")
    op.execute("DROP FUNCTION directory.folded(text)")
