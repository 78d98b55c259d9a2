"""Says in French which filters are at work: for chips one takes off, captions, print and audit."""

from collections.abc import Iterator
from typing import NamedTuple

from app.network.forms import NetworkForm
from app.network.kinds import TYPE_LABELS
from models.base import Code
from search.network.filters import Box


class Said(NamedTuple):
    """One filter at work: the parameter, the value it holds, and its words."""

    name: str
    value: str
    label: str


def said(form: NetworkForm, types: frozenset[str]) -> list[Said]:
    """Every filter but the territory, in the order of the panel."""
    found = [one for field in form if not field.errors for one in _of(field.name, form)]
    of_types = [Said("type", code, TYPE_LABELS[code]) for code in sorted(types)]
    at = next((i for i, one in enumerate(found) if one.name != "famille"), len(found))
    return [*found[:at], *of_types, *found[at:]]


def sentence(form: NetworkForm, types: frozenset[str]) -> str:
    """« Rhône ; Logement, Hommes, lundi »: where, then what."""
    labels = ", ".join(one.label for one in said(form, types))
    where = str(form.territoire.data.label)
    return f"{where} ; {labels}" if labels else where


def _of(name: str, form: NetworkForm) -> Iterator[Said]:
    data, label = form[name].data, str(form[name].label.text)
    if isinstance(data, list):
        chosen = [code for code in type(data[0]) if code in data] if data else []
        yield from (Said(name, code.value, code.label) for code in chosen)
    elif isinstance(data, Code):
        yield Said(name, data.value, f"{label} : {data.label}")
    elif data is True:
        yield Said(name, "y", label)
    elif isinstance(data, Box):
        yield Said(name, "", "Zone affichée sur la carte")
