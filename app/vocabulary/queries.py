"""Words proposed and words in use."""

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from models.codes.vocabulary import SynonymState
from models.vocabulary import Synonym

MOST = 500


def of_state(state: SynonymState) -> Select[Any]:
    """Those of one state with who said so, in the order of the alphabet."""
    who = (joinedload(Synonym.proposed_by), joinedload(Synonym.decided_by))
    chosen = select(Synonym).where(Synonym.state == state).options(*who)
    return chosen.order_by(Synonym.term, Synonym.id).limit(MOST)


def same(term: str, means: str) -> Select[Any]:
    """The proposal of this word for this entry, if there is one already."""
    return select(Synonym).where(Synonym.term == term, Synonym.means == means)
