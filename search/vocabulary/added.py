"""The words this database adds to the vocabulary: few, read before each question."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.codes.vocabulary import SynonymState
from models.vocabulary import Synonym
from search import vocabulary
from search.vocabulary import key

ACCEPTED = (
    sa.select(Synonym.term, Synonym.means)
    .where(Synonym.state == SynonymState.ACCEPTED)
    .order_by(Synonym.id)
)


def follow(session: Session) -> None:
    """Read questions with the words accepted so far."""
    vocabulary.add(tuple((term, means) for term, means in session.execute(ACCEPTED)))


def concern(words: tuple[str, ...]) -> bool:
    """Whether a question says an added word, which a copy of the files' vocabulary misses."""
    known, of_files = vocabulary.load(), vocabulary.files()
    added = {term for term, means in known.meanings.items() if of_files.meanings.get(term) != means}
    spoken = key(words, known.acronyms)
    starts = range(len(spoken))
    return any(spoken[at : at + len(term)] == term for term in added for at in starts)
