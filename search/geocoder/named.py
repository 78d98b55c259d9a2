"""Communes, arrondissements, former communes and départements found by their name."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.reference import CommunePostalCode, Department
from search.geocoder.gazetteer import every_name
from search.geocoder.names import fold
from search.geocoder.place import Place, PlaceKind, department_label
from search.geocoder.reading import Reading

LEAST_LETTERS = 3
ARTICLE_AT_END = re.compile(r" (?:(?:la|le|les|l|en|dans) )?$")


class Match(Enum):
    """How close a name must be: the quick look, then the patient one."""

    STARTS = auto()
    RESEMBLES = auto()


def near_name(session: Session, reading: Reading, match: Match, limit: int) -> Iterator[Place]:
    """The places whose name is what was read, starts so, or else holds or resembles it."""
    for row in session.execute(best(reading, match, limit)):
        yield Place(
            label=label_of(row),
            kind=PlaceKind(row.kind),
            insee_code=row.insee_code,
            postal_code=row.postal_code,
            department_code=row.department_code,
            lon=row.lon,
            lat=row.lat,
            population=row.population,
            score=round(row.score, 3),
        )


def label_of(row: Any) -> str:
    """What tells a place from its namesakes, and finds it again when typed back."""
    if row.kind == PlaceKind.DEPARTMENT:
        return department_label(row.department_code, row.name)
    return f"{row.name} ({row.postal_code or row.department_code}, {row.around})"


def in_departments(session: Session, text: str) -> Iterator[Reading]:
    """The readings of a text that ends with a département: "Saint-Denis, La Réunion"."""
    name = fold(text)
    ends = sa.literal(name).like(sa.func.concat("% ", Department.name_key))
    for code, key in session.execute(sa.select(Department.code, Department.name_key).where(ends)):
        yield Reading(ARTICLE_AT_END.sub("", name.removesuffix(key)), code)


def best(reading: Reading, match: Match, limit: int) -> sa.Select[Any]:
    """The places that fit a reading, best first, the most populated first among equals."""
    names = every_name().subquery()
    score = score_of(names.c.key, names.c.exact, names.c.population, reading.name)
    ranked = sa.select(names, score.label("score")).where(fits(names.c.key, reading, match))
    if reading.area:
        ranked = ranked.where(within(names.c, reading))
    people = sa.func.coalesce(names.c.population, 0)
    ranked = ranked.order_by(sa.desc("score"), people.desc(), names.c.insee_code, names.c.key)
    return dressed(ranked.limit(limit).subquery())


def fits(key: Any, reading: Reading, match: Match) -> sa.ColumnElement[bool]:
    """Whether a key is close enough to the name read."""
    name = reading.name
    close: sa.ColumnElement[bool] = key == name if reading.is_whole else key.like(f"{name}%")
    if match is Match.STARTS or reading.is_whole or len(name) < LEAST_LETTERS:
        return close
    return sa.or_(key.like(f"% {name}%"), key.bool_op("%")(name))


def score_of(key: Any, exact: Any, population: Any, name: str) -> sa.ColumnElement[float]:
    """How well a key fits the name; a likeness weighs a little more for a larger town."""
    likeness = sa.func.similarity(key, name) * 0.7
    weight = sa.func.ln(sa.func.coalesce(population, 0) + 1) * 0.01
    return sa.case(
        (key == name, exact),
        (key.like(f"{name} %"), 0.9),
        (key.like(f"{name}%"), 0.85),
        else_=sa.func.least(likeness + weight, 0.84),
    )


def within(names: Any, reading: Reading) -> sa.ColumnElement[bool]:
    """Whether a place is in the département read, or served by the postal code read."""
    served = sa.exists().where(
        CommunePostalCode.insee_code == names.insee_code,
        CommunePostalCode.postal_code == reading.postal_code,
    )
    codes = ["2A", "2B"] if reading.department_code == "20" else [reading.department_code]
    return sa.or_(names.department_code.in_(codes), served)


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
