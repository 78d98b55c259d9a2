"""Codes of what a watched search brings."""

from models.base import Code


class NewsKind(Code):
    """Why an offer is news for a saved search."""

    FOUND = "FOUND", "Répond maintenant à la recherche"
    FREED = "FREED", "A de nouveau une place libre"
