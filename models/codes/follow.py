"""Codes of what is written down around a stay: who signs, medical results, incidents."""

from models.base import Code


class MedicalResult(Code):
    """RULE-TIG-20: fit or unfit, nothing more."""

    FIT = "FIT", "Apte"
    UNFIT = "UNFIT", "Inapte"


class Signatory(Code):
    """Who signed the decision that places a person (RULE-TIG-19)."""

    DSPIP = "DSPIP", "Directeur du SPIP ou son délégué"
    JAP = "JAP", "Juge de l'application des peines"


class IncidentKind(Code):
    """ENUM-INCIDENT."""

    ABSENCE_INJUSTIFIEE = "ABSENCE_INJUSTIFIEE", "Absence injustifiée"
    ABSENCE_JUSTIFIEE = "ABSENCE_JUSTIFIEE", "Absence justifiée"
    RETARDS = "RETARDS", "Retards"
    REFUS_TRAVAIL = "REFUS_TRAVAIL", "Refus de travailler"
    COMPORTEMENT = "COMPORTEMENT", "Comportement"
    VIOLENCE = "VIOLENCE", "Violence"
    ALCOOL_STUPEFIANTS = "ALCOOL_STUPEFIANTS", "Alcool ou stupéfiants"
    VOL_DEGRADATION = "VOL_DEGRADATION", "Vol ou dégradation"
    ACCIDENT_TRAVAIL = "ACCIDENT_TRAVAIL", "Accident du travail"
    ACCIDENT_TRAJET = "ACCIDENT_TRAJET", "Accident de trajet"
    DOMMAGE_TIERS = "DOMMAGE_TIERS", "Dommage à un tiers"
    DANGER_IMMEDIAT = "DANGER_IMMEDIAT", "Danger immédiat"
    FAUTE_GRAVE = "FAUTE_GRAVE", "Faute grave"
