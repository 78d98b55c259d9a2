"""What PostgreSQL's French dictionary cuts words down to."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from models.search import SearchWord

DICTIONARY: sa.ColumnClause[str] = sa.literal_column("'directory.french_stem'")
MOST_ENDINGS = 40


def stems(session: Session, words: Collection[str]) -> dict[str, str]:
    """Each word with the stem offers are indexed under."""
    word = sa.func.unnest(sa.cast(sorted(words), ARRAY(sa.Text))).column_valued("word")
    return dict(session.execute(sa.select(word, stem(word))).all())


def endings(session: Session, start: str) -> list[str]:
    """Stems shorter than what they start with: "logem" starts "logement", whose stem is "log"."""
    root = stem(SearchWord.word)
    shorter = sa.not_(sa.func.starts_with(root, start))
    found = sa.select(root).where(SearchWord.word.startswith(start), shorter)
    return list(session.scalars(found.distinct().limit(MOST_ENDINGS)))


def stem(word: Any) -> sa.ColumnElement[str]:
    """The stem of a word, in SQL."""
    singular = sa.func.directory.singular(word)
    return sa.func.ts_lexize(DICTIONARY, singular, type_=ARRAY(sa.Text))[1]
