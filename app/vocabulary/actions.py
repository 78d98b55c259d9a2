"""Propose a word, accept it; what is refused or withdrawn is deleted, and its word with it."""

from sqlalchemy.orm import Session

from app.vocabulary import queries
from models.account import Account
from models.base import now
from models.codes.vocabulary import SynonymState
from models.vocabulary import Synonym


def propose(session: Session, term: str, means: str, *, by: Account) -> bool:
    """Keep a word because somebody asks for it; whether it was not there yet."""
    if session.scalar(queries.same(term, means)) is not None:
        return False
    session.add(Synonym(term=term, means=means, proposed_by=by))
    return True


def accept(synonym: Synonym, *, by: Account) -> None:
    """From now on the next question uses it."""
    synonym.state = SynonymState.ACCEPTED
    synonym.decided_by, synonym.decided_at = by, now()


def remove(session: Session, synonym: Synonym) -> None:
    """Refused, or taken out of use: nothing of it is kept."""
    session.delete(synonym)
