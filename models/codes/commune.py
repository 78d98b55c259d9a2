"""What an entry of the official geographic code can be."""

from models.base import Code


class CommuneKind(Code):
    """What an entry of the official geographic code is."""

    COMMUNE = "COMMUNE", "Commune"
    ARRONDISSEMENT = "ARRONDISSEMENT", "Arrondissement municipal"
    DELEGATED = "DELEGATED", "Commune déléguée"
    ASSOCIATED = "ASSOCIATED", "Commune associée"
