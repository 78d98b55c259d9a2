"""Whom an offer has not refused, as the tokens a search filters on; silence is a welcome."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, array

from models.codes.offer import Gender, Household, YesNo
from models.codes.organization import PmrAccess
from search.indexing.tables import (
    housing,
    lot,
    of_offer,
    of_organization,
    of_site,
    offer,
    site,
    tig,
)

Clause = sa.ColumnElement[Any]
LEVELS = (of_offer, of_site, of_organization)
ADULT_AGE = 18
WITH_CHILDREN = sa.cast(
    array([Household.SINGLE_WITH_CHILDREN.value, Household.COUPLE_WITH_CHILDREN.value]),
    ARRAY(sa.Text),
)


def tokens() -> Clause:
    """The text[] of everyone welcome: alone, with children, under age, with an animal or a tag."""
    welcomes: dict[str, Clause] = {
        "MEN": _welcomes(Gender.MEN),
        "WOMEN": _welcomes(Gender.WOMEN),
        "CHILDREN": _welcomes(Gender.ANY, _takes_children),
        "MEN_WITH_CHILDREN": _welcomes(Gender.MEN, _takes_children),
        "WOMEN_WITH_CHILDREN": _welcomes(Gender.WOMEN, _takes_children),
        "MINOR": _takes_minors(),
        "ANIMAL": _first("animals").is_distinct_from(YesNo.NO.value),
        "PMR": text(site.c.pmr_access).is_distinct_from(PmrAccess.NO.value),
        "TAG": text(housing.c.tag_compatible).is_distinct_from(YesNo.NO.value),
    }
    said = [sa.case((holds, sa.cast(token, sa.Text))) for token, holds in welcomes.items()]
    return sa.func.array_remove(array(said), None)


def text(column: Clause) -> Clause:
    """A coded column, compared as the text it is stored as."""
    return sa.type_coerce(column, sa.Text)


def texts(column: Clause) -> Clause:
    """A column of several codes, as the text[] it is stored as."""
    return sa.type_coerce(column, ARRAY(sa.Text))


def _welcomes(gender: Gender, takes: Any = None) -> Clause:
    """The rule allows it, and so does a lot if there are any: one lot for all that is asked."""
    rule = _suits(_first("gender"), gender)
    place = _suits(text(lot.c.gender), gender)
    if takes is not None:
        rule, place = rule & takes(_households()), place & takes(texts(lot.c.households))
    return rule & (~_lots().exists() | _lots().where(place).exists())


def _takes_minors() -> Clause:
    """A TIG post says so or has a lot for them; others refuse them by a minimum age."""
    post = tig.c.accepts_minors | _lots().where(lot.c.is_for_minors).exists()
    return sa.case(
        (tig.c.id.is_not(None), post), else_=sa.func.coalesce(_first("age_min"), 0) < ADULT_AGE
    )


def _suits(said: Clause, gender: Gender) -> Clause:
    if gender is Gender.ANY:
        return sa.true()
    return sa.func.coalesce(said, Gender.ANY.value).in_([Gender.ANY.value, gender.value])


def _takes_children(households: Clause) -> Clause:
    return sa.or_(sa.func.cardinality(households) == 0, households.op("&&")(WITH_CHILDREN))


def _first(column: str) -> Clause:
    """What the offer says, else its site, else its organization."""
    return sa.func.coalesce(*(level.c[column] for level in LEVELS), type_=sa.Text)


def _households() -> Clause:
    said = [sa.func.nullif(texts(level.c.households), _none()) for level in LEVELS]
    return sa.func.coalesce(*said, _none(), type_=ARRAY(sa.Text))


def _none() -> Clause:
    return sa.cast(array([]), ARRAY(sa.Text))


def _lots() -> sa.Select[Any]:
    return sa.select(lot.c.id).where(lot.c.offer_id == offer.c.id)
