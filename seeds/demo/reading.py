"""Reads the YAML of the demonstration into the types of the models' columns."""

import datetime as dt
import re
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import yaml

from app.decisions.french import typeset
from models.base import Base, CodeList, CodeType, today

FOLDER = Path(__file__).parent / "data"
# YAML reads a bare YES or NO as a truth value; the codes of these names are meant.
BARE = {True: "YES", False: "NO"}
KINDS = {"tig": "TigPost", "housing": "HousingOffer", "jobs": "", "care": "", "support": ""}


@cache
def read(name: str) -> Any:
    """One file of data, its French typeset."""
    text = typeset((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return yaml.safe_load(re.sub(r"(?<=\d) (?=[%€])", "\u00a0", text))


@cache
def templates() -> dict[str, dict[str, Any]]:
    """What offers are made of, by key, each with the name of its kind."""
    return {
        key: {"kind": kind} | entry
        for name, kind in KINDS.items()
        for key, entry in read(name).items()
    }


def typed(model: type[Base], terms: dict[str, Any]) -> dict[str, Any]:
    """The terms as this model's columns hold them: codes as codes, days counted from today."""
    return {name: _value(getattr(model, name).type, value) for name, value in terms.items()}


def day(count: int) -> dt.date:
    """So many days from today."""
    return today() + dt.timedelta(days=count)


def _value(column: sa.types.TypeEngine[Any], value: Any) -> Any:
    if isinstance(column, CodeType):
        return column.codes(BARE[value] if isinstance(value, bool) else value)
    if isinstance(column, CodeList):
        return [column.codes(item) for item in value]
    if isinstance(column, sa.Date) and isinstance(value, int):
        return day(value)
    return value
