"""The street of a site that becomes confidential leaves the words that typing is corrected against.

Unless another site's offer uses the word too; those of its own offers are written again with them.
"""

from alembic import op

revision = "0060b"
down_revision = "0060"
branch_labels = None
depends_on = None

# "=@lilas" is a word of a street, "~=lilas" one of a name, "lila" a stem of a text or a name.
FORGET = """
CREATE FUNCTION directory.forget_street() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
    DELETE FROM directory.search_word w
    WHERE w.word = ANY (string_to_array(directory.folded(OLD.address), ' '))
    AND length(w.word) > 3
    AND NOT EXISTS (
        SELECT FROM directory.offer_search s JOIN directory.offer o ON o.id = s.offer_id
        WHERE o.site_id <> NEW.id AND s.words @@ (
            format('%L | %L', '=@' || w.word, '~=' || w.word)::tsquery
            || plainto_tsquery('directory.french', directory.singular(w.word))));
    RETURN NULL;
END $$;
CREATE TRIGGER forget_street AFTER UPDATE OF is_confidential ON directory.site
FOR EACH ROW WHEN (NEW.is_confidential AND NOT OLD.is_confidential AND OLD.address > '')
EXECUTE FUNCTION directory.forget_street();
"""


def upgrade() -> None:
    op.execute(FORGET)


def downgrade() -> None:
    op.execute("DROP TRIGGER forget_street ON directory.site")
    op.execute("DROP FUNCTION directory.forget_street()")
