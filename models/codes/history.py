"""Codes of what is kept of a change, and of a mistake that somebody saw."""

from models.base import Code


class ChangeKind(Code):
    """What happened to a record."""

    CREATED = "CREATED", "ajout"
    CHANGED = "CHANGED", "modification"
    CONFIRMED = "CONFIRMED", "confirmation"
    REMOVED = "REMOVED", "suppression"
    MERGED = "MERGED", "réunion avec une autre fiche"
    SPLIT = "SPLIT", "séparation d'avec une autre fiche"


class Subject(Code):
    """Which record it happened to."""

    ORGANIZATION = "ORGANIZATION", "La structure"
    SITE = "SITE", "Le site"
    OFFER = "OFFER", "L'offre"
    LOT = "LOT", "Les places"
    AUDIENCE = "AUDIENCE", "Le public accueilli"
    CONTACT = "CONTACT", "Un contact"
    ACCREDITATION = "ACCREDITATION", "Une habilitation"


class About(Code):
    """What of a record is wrong."""

    PHONE = "PHONE", "Le téléphone ou le courriel"
    ADDRESS = "ADDRESS", "L'adresse ou le lieu"
    HOURS = "HOURS", "Les horaires"
    AUDIENCE = "AUDIENCE", "Qui est accueilli"
    ADMISSION = "ADMISSION", "Comment y entrer"
    PLACES = "PLACES", "Les places"
    CLOSED = "CLOSED", "Cela n'existe plus"
    OTHER = "OTHER", "Autre chose"


class MistakeState(Code):
    """What came of it."""

    OPEN = "OPEN", "À vérifier"
    FIXED = "FIXED", "Corrigé"
    KEPT = "KEPT", "La fiche était juste"
