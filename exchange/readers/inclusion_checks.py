"""data·inclusion v1 checked by its own package, each error said in French with what is nearest."""

import enum
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

import pydantic
from data_inclusion.schema import v1
from pydantic_core import ErrorDetails

from exchange.line import Line
from exchange.values.wrong import Wrong, nearest

MODELS: dict[str, type[pydantic.BaseModel]] = {"structures": v1.Structure, "services": v1.Service}
# What the API adds, and what a workbook may hold beside.
ADDED = frozenset(
    {"adresse_certifiee", "score_qualite", "doublons", "extra", "__ignore__", "structure"}
)
LISTS = frozenset(
    {"thematiques", "publics", "modes_accueil", "zone_eligibilite", "modes_mobilisation"}
    | {"mobilisable_par", "reseaux_porteurs"}
)
REASONS = {
    "missing": "Cette valeur manque.",
    "string_too_short": "Ce texte est trop court : {min_length} caractères au moins.",
    "string_too_long": "Ce texte est trop long : {max_length} caractères au plus.",
    "enum": "Cette valeur n'est pas dans la liste de data·inclusion.",
    "too_short": "Cette liste est vide : donnez une valeur, ou rien.",
    "greater_than_equal": "Ce nombre est trop petit : {ge} au moins.",
}
BY_FIELD = {
    "siret": "Un SIRET a 14 chiffres.",
    "code_postal": "Un code postal a 5 chiffres.",
    "code_insee": "Un code INSEE de commune a 5 caractères, comme 69123, 2A004 ou 97101.",
    "courriel": "Écrivez une adresse comme accueil@exemple.fr.",
    "date_maj": "Écrivez une date comme 2026-11-22.",
    "zone_eligibilite": "Écrivez des codes : commune, département, EPCI, ou france.",
    "longitude": "Écrivez des degrés décimaux, comme 4.8357.",
    "latitude": "Écrivez des degrés décimaux, comme 45.7578.",
}


def check(line: Line, part: str, told: Mapping[str, Any]) -> None:
    """Put what the package refuses among the faults of the line, each field once."""
    try:
        MODELS[part].model_validate(told)
    except pydantic.ValidationError as errors:
        seen = set()
        for error in errors.errors(include_url=False):
            field = str(error["loc"][0]) if error["loc"] else "id"
            if field not in seen:
                seen.add(field)
                line.refuse(field, Wrong(_reason(field, error), _nearest(part, field, error)))


def _reason(field: str, error: ErrorDetails) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if field in BY_FIELD and kind not in ("missing", "too_short", "value_error"):
        return BY_FIELD[field]
    if kind in REASONS:
        return REASONS[kind].format(**context)
    if kind == "value_error":
        return BY_FIELD["courriel"] if field == "courriel" else _said(error["msg"])
    return _of_links(kind)


def _said(message: str) -> str:
    """What the package says in French of its own rules."""
    return re.sub(r"^Value error, ", "", message).replace("`", "")


def _of_links(kind: str) -> str:
    is_link = kind.startswith("url")
    return "Écrivez une adresse comme https://www.exemple.fr." if is_link else "Valeur illisible."


def _nearest(part: str, field: str, error: ErrorDetails) -> str | None:
    if error["type"] != "enum":
        return None
    return nearest(str(error["input"]), valid(part, field))


@cache
def valid(part: str, field: str) -> tuple[str, ...]:
    """The values that a field takes, when they are a list."""
    return tuple(_values(MODELS[part].model_fields[field].annotation))


def _values(annotation: Any) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        return [str(member.value) for member in annotation]
    return [value for inner in get_args(annotation) for value in _values(inner)]


def fields() -> tuple[str, ...]:
    """Those of structures, then those that only services have."""
    return tuple(dict.fromkeys(name for model in MODELS.values() for name in model.model_fields))


def unknown(part: str, names: set[str]) -> list[str]:
    """Fields that the format has not, and that it would drop without a word."""
    known = MODELS[part].model_fields.keys() | ADDED
    return sorted(name for name in names - known if not name.startswith("_di"))
