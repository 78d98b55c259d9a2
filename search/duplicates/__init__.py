"""Records that may be one: candidates by SQL, likeness with its reasons, pairs remembered.

Nothing here merges anything: a person does (app/duplicates).
"""

from search.duplicates.cards import Card, Place
from search.duplicates.keeping import tell_distinct
from search.duplicates.lines import alike
from search.duplicates.scanning import find_all, find_changed
from search.duplicates.scoring import PROPOSED_FROM, Likeness, compare
from search.duplicates.words import degree, sentences

__all__ = [
    "PROPOSED_FROM",
    "Card",
    "Likeness",
    "Place",
    "alike",
    "compare",
    "degree",
    "find_all",
    "find_changed",
    "sentences",
    "tell_distinct",
]
