"""Words of imports for people: columns of ours, values, what a line would do."""

from collections.abc import Callable, Mapping
from typing import Any

from app.filters import number, phone
from app.hours.french import in_french
from exchange.kinds import Kind
from models.codes.offer import AdmissionChannel, Cost, Gender
from models.codes.organization import LegalForm, PmrAccess
from models.imports import ImportRow

TARGETS = {"organization": "La structure", "site": "Le site", "offer": "L'offre"}
COLUMNS = {
    "legal_name": "Nom",
    "name": "Nom",
    "title": "Titre",
    "acronym": "Sigle",
    "legal_form": "Forme juridique",
    "siret": "SIRET",
    "rna": "Numéro RNA",
    "finess": "Numéro FINESS",
    "networks": "Réseaux",
    "website": "Site internet",
    "phone": "Téléphone",
    "email": "Courriel",
    "description": "Présentation",
    "insee_code": "Commune (code INSEE)",
    "postal_code": "Code postal",
    "address": "Adresse",
    "point": "Point sur la carte",
    "opening_hours": "Horaires",
    "pmr_access": "Accès PMR",
    "cost": "Coût",
    "cost_details": "Précisions sur le coût",
    "languages": "Langues",
    "zone_eligibility": "Zone d'éligibilité",
    "is_remote": "À distance",
    "admission": "Admission",
    "admission_details": "Précisions sur l'admission",
    "documents_required": "Pièces demandées",
    "gender": "Public",
    "age_min": "Âge minimum",
    "age_max": "Âge maximum",
}
CODES: dict[str, Any] = {
    "legal_form": LegalForm,
    "pmr_access": PmrAccess,
    "cost": Cost,
    "admission": AdmissionChannel,
    "gender": Gender,
}
SAID: dict[str, Callable[[Any], str]] = {
    "phone": phone,
    "opening_hours": in_french,
    "point": lambda given: f"{given[1]} ; {given[0]}",
}
NOTHING = "rien"
# The lists of the formats that have two: both count their lines from the first.
PARTS = frozenset({"structures", "services", "organizations"})


def target(change: Mapping[str, Any]) -> str:
    """Whose value it is."""
    return TARGETS[change["target"].partition(":")[0]]


def column(name: str) -> str:
    """What people call a column."""
    return COLUMNS.get(name, name)


def value(name: str, given: Any) -> str:
    """A value as people read it."""
    if given in (None, "", []):
        return NOTHING
    if name in CODES:
        return str(CODES[name](given).label)
    if name in SAID:
        return SAID[name](given)
    if isinstance(given, list):
        return ", ".join(map(str, given))
    if isinstance(given, bool):
        return "oui" if given else "non"
    return str(given)


def kind(code: str) -> str:
    """What a file was read as."""
    return Kind(code).label


def line(row: ImportRow) -> str:
    """Its number in the file, and in which list where there are two."""
    return f"{number(row.line)} ({row.part})" if row.part in PARTS else number(row.line)


def kept(field: str) -> str:
    """« Le site : Téléphone »."""
    owner, _, name = field.partition(".")
    said = TARGETS[owner.partition(":")[0]]
    return f"{said} : {column(name).lower()}" if name else said
