"""Codes of the network map: what a sign says, how fresh, how accredited."""

from models.base import Code


class Sign(Code):
    """What the map says of an offer, in the order of look.md."""

    FREE = "free", "Places libres"
    LAST = "last", "Dernière place"
    FULL = "full", "Complet"
    OVER = "over", "Au-delà de la capacité"
    UNKNOWN = "unknown", "À confirmer"
    STALE = "stale", "Non confirmé depuis longtemps"
    SUSPENDED = "suspended", "Suspendu"


class Freshness(Code):
    """How old the last confirmation of an offer is (domain §5, "Freshness")."""

    FRESH = "fresh", "Confirmé récemment"
    DUE = "due", "À confirmer bientôt"
    STALE = "stale", "Confirmation trop ancienne"
    NEVER = "unknown", "Jamais confirmé"


class Accredited(Code):
    """Where the accreditation of a TIG host stands (RULE-TIG-14)."""

    NOT_NEEDED = "NOT_NEEDED", "Sans objet"
    GRANTED = "GRANTED", "Habilitation valable"
    ENDING = "ENDING", "Habilitation qui se termine dans les six mois"
    MISSING = "MISSING", "Sans habilitation valable"
