"""Coded lists of the vocabulary."""

from models.base import Code


class SynonymState(Code):
    """A word proposed, then in use; one that is refused or withdrawn is deleted."""

    PROPOSED = "PROPOSED", "Proposé"
    ACCEPTED = "ACCEPTED", "En service"
