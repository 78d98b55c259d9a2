"""Communes, arrondissements, former communes and départements found by their name."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.reference import CommunePostalCode, Department
from search.geocoder.gazetteer import every_name
from search.geocoder.names import fold
from search.geocoder.place import Place, PlaceKind, department_label, placed
from search.geocoder.reading import Reading

ARTICLE_AT_END = re.compile(r" (?:(?:la|le|les|l|en|dans) )?$")


class Match(Enum):
    """How close a name must be: the quick look, then the patient one."""

    WHOLE = auto()
    STARTS = auto()
    RESEMBLES = auto()


NAME, WORDS, STARTS, HOLDS, POSTAL_CODE = (
    sa.bindparam(name, type_=sa.Text)
    for name in ("name", "words", "starts", "holds", "postal_code")
)
DEPARTMENTS = sa.bindparam("departments", expanding=True, type_=sa.Text)
LIMIT = sa.bindparam("limit", type_=sa.Integer)


def near_name(session: Session, reading: Reading, match: Match, limit: int) -> Iterator[Place]:
    """The places whose name is what was read, starts so, or else holds or resembles it."""
    asked = best(Match.WHOLE if reading.is_whole else match, reading.area is not None)
    for row in session.execute(asked, values(reading, limit)):
        yield placed(row, label_of(row), round(row.score, 3))


def values(reading: Reading, limit: int) -> dict[str, Any]:
    """What the statement is asked with."""
    name = reading.name
    patterns = {"name": name, "starts": f"{name}%", "words": f"{name} %", "holds": f"% {name}%"}
    codes = ["2A", "2B"] if reading.department_code == "20" else [reading.department_code]
    area = {"departments": codes, "postal_code": reading.postal_code}
    return patterns | area | {"limit": limit}


def label_of(row: Any) -> str:
    """What tells a place from its namesakes, and finds it again when typed back."""
    if row.kind == PlaceKind.DEPARTMENT:
        return department_label(row.department_code, row.name)
    return f"{row.name} ({row.postal_code or row.department_code}, {row.around})"


def in_departments(session: Session, text: str) -> Iterator[Reading]:
    """The readings of a text that ends with a département: "Saint-Denis, La Réunion"."""
    name = fold(text)
    if " " not in name:
        return
    ends = sa.literal(name).like(sa.func.concat("% ", Department.name_key))
    for code, key in session.execute(sa.select(Department.code, Department.name_key).where(ends)):
        yield Reading(ARTICLE_AT_END.sub("", name.removesuffix(key)), code)


@cache
def best(match: Match, in_area: bool) -> sa.Select[Any]:
    """The places that fit, best first, the most populated first among equals; built once."""
    names = every_name().subquery()
    score = score_of(names.c)
    ranked = sa.select(names, score.label("score")).where(fits(names.c.key, match))
    if in_area:
        ranked = ranked.where(within(names.c))
    people = sa.func.coalesce(names.c.population, 0)
    ranked = ranked.order_by(sa.desc("score"), people.desc(), names.c.insee_code, names.c.key)
    return dressed(ranked.limit(LIMIT).subquery())


def fits(key: Any, match: Match) -> sa.ColumnElement[bool]:
    """Whether a key is close enough to the name read."""
    if match is Match.RESEMBLES:
        return sa.or_(key.like(HOLDS), key.bool_op("%")(NAME))
    close: sa.ColumnElement[bool] = key == NAME if match is Match.WHOLE else key.like(STARTS)
    return close


def score_of(names: Any) -> sa.ColumnElement[float]:
    """How well a key fits the name; a likeness weighs a little more for a larger town."""
    likeness = sa.func.similarity(names.key, NAME) * 0.7
    weight = sa.func.ln(sa.func.coalesce(names.population, 0) + 1) * 0.01
    return sa.case(
        (names.key == NAME, names.exact),
        (names.key.like(WORDS), 0.9),
        (names.key.like(STARTS), 0.85),
        else_=sa.func.least(likeness + weight, 0.84),
    )


def within(names: Any) -> sa.ColumnElement[bool]:
    """Whether a place is in the département read, or served by the postal code read."""
    served = sa.exists().where(
        CommunePostalCode.insee_code == names.insee_code,
        CommunePostalCode.postal_code == POSTAL_CODE,
    )
    return sa.or_(names.department_code.in_(DEPARTMENTS), served)


def dressed(found: sa.Subquery) -> sa.Select[Any]:
    """The few places found, with what a label needs: postal code, département, coordinates."""
    codes = sa.select(sa.func.min(CommunePostalCode.postal_code))
    postal_code = codes.where(CommunePostalCode.insee_code == found.c.insee_code)
    point = sa.func.geometry(found.c.point)
    people = sa.func.coalesce(found.c.population, 0)
    return (
        sa.select(
            *(column for column in found.c if column.key not in {"point", "around"}),
            sa.func.coalesce(found.c.around, Department.name).label("around"),
            postal_code.scalar_subquery().label("postal_code"),
            sa.func.ST_X(point).label("lon"),
            sa.func.ST_Y(point).label("lat"),
        )
        .join(Department, Department.code == found.c.department_code)
        .order_by(found.c.score.desc(), people.desc(), found.c.insee_code, found.c.key)
    )
