"""Answers in French to the questions of a column: yes or no, how much, for whom, which code."""

import re
from collections.abc import Mapping
from typing import TypeVar

from exchange.values.text import folded
from exchange.values.wrong import Wrong, nearest
from models.base import Code
from models.codes.offer import AdmissionChannel, Cost, Gender
from models.codes.organization import LegalForm, PmrAccess

Answer = TypeVar("Answer", bound=Code)
YES = frozenset({"oui", "o", "x", "1", "vrai", "yes", "true", "ok"})
NO = frozenset({"non", "n", "0", "faux", "no", "false"})
GENDERS = {
    Gender.MEN: {"hommes", "homme", "h", "masculin", "hommes uniquement", "hommes seuls"},
    Gender.WOMEN: {"femmes", "femme", "f", "feminin", "femmes uniquement", "femmes seules"},
    Gender.ANY: {"mixte", "tous", "h f", "hommes et femmes", "femmes et hommes", "hf", "toutes"},
}
ADMISSIONS = {
    AdmissionChannel.SIAO: {"siao", "via siao", "siao 115"},
    AdmissionChannel.EMERGENCY_115: {"115", "le 115", "appel 115"},
    AdmissionChannel.CANDIDATURE_DIRECTE: {"direct", "directe", "candidature", "sur rdv"},
    AdmissionChannel.PRESCRIPTION_SPIP: {"spip", "prescription", "prescripteur", "sur orientation"},
    AdmissionChannel.PRESCRIPTION_FT_ML: {"france travail", "pole emploi", "mission locale"},
    AdmissionChannel.MDPH: {"mdph"},
    AdmissionChannel.DECISION_JAP: {"jap", "juge"},
    AdmissionChannel.SANS_RDV: {"sans rendez vous", "sans rdv", "libre", "acces libre"},
}
PMR = {
    PmrAccess.YES: {"oui", "o", "x", "1", "accessible", "total", "totale", "totalement"},
    PmrAccess.NO: {"non", "n", "0", "inaccessible", "non accessible"},
    PmrAccess.PARTIAL: {"partiel", "partielle", "partiellement", "acces partiel"},
    PmrAccess.UNKNOWN: {"inconnu", "nc", "ne sait pas", "non communique"},
}
FORMS = {
    LegalForm.ASSOCIATION: {"asso", "association loi 1901", "loi 1901"},
    LegalForm.ENTREPRISE: {"societe", "sarl", "sas", "sa", "prive"},
    LegalForm.COMMUNE: {"mairie", "ville"},
    LegalForm.ETAB_PUBLIC: {"public", "ccas", "gip"},
}
FREE = frozenset({"gratuit", "gratuite", "0", "aucun", "libre", "0 euro", "gratuitement"})
PAID = re.compile(r"\d|payant|tarif|cotisation|adhesion|participation|redevance|loyer")


def yes_or_no(told: str) -> bool:
    """Oui, non, x, 1, 0…"""
    answer = folded(told)
    if answer not in YES | NO:
        raise Wrong("Écrivez oui ou non.", nearest(told, ["oui", "non"]))
    return answer in YES


def cost(told: str) -> Cost:
    """What a text about money says; its words are kept beside."""
    answer = folded(told)
    if answer in FREE:
        return Cost.FREE
    return Cost.PAID if PAID.search(answer) else Cost.UNKNOWN


def gender(told: str) -> Gender:
    """Hommes, femmes, mixte…"""
    return _among(told, GENDERS, "Écrivez hommes, femmes ou mixte.")


def admission(told: str) -> AdmissionChannel:
    """How one gets in."""
    return _among(told, ADMISSIONS, "Cette façon d'entrer n'est pas connue.")


def pmr(told: str) -> PmrAccess:
    """Whether a wheelchair gets in."""
    return _among(told, PMR, "Écrivez oui, non ou partiel.")


def legal_form(told: str) -> LegalForm:
    """Association, commune…"""
    return _among(told, FORMS, "Cette forme juridique n'est pas connue.")


def several(told: str) -> tuple[str, ...]:
    """« arabe, anglais et russe » → three of them, each once."""
    parts = (part.strip() for part in re.split(r"[,;/|\n]|\bet\b", told))
    return tuple(dict.fromkeys(part for part in parts if part))


def _among(told: str, everyday: Mapping[Answer, set[str]], reason: str) -> Answer:
    """Any code of the list, by its code, its label, or a name it has every day."""
    answer = folded(told)
    known = type(next(iter(everyday)))
    for code in known:
        if answer in {folded(code.value), folded(code.label)} | everyday.get(code, set()):
            return code
    raise Wrong(reason, nearest(told, (code.label for code in known)))
