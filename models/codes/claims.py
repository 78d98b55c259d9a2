"""Codes of lots, reports and claims."""

from models.base import Code


class Sharing(Code):
    """Whether a lot's places are the network's alone (design §3)."""

    DEDICATED = "DEDICATED", "Places réservées au réseau"
    SHARED = "SHARED", "Places partagées avec d'autres"


class LotState(Code):
    """What the partner last said of a lot, beyond a number."""

    OPEN = "OPEN", "Places annoncées"
    ASSESSMENT = "ASSESSMENT", "Évaluation nécessaire"
    WAITING_LIST = "WAITING_LIST", "Liste d'attente"


class ClaimState(Code):
    """The life of a place claim (design §6)."""

    HELD = "HELD", "Réservée"
    TAKEN = "TAKEN", "Occupée"
    RELEASED = "RELEASED", "Rendue"
    EXPIRED = "EXPIRED", "Expirée"
