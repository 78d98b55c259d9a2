"""Whom an offer has not refused, as the tokens a search filters on; silence is a welcome."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, array

from models.codes.offer import Gender, Household, YesNo
from models.codes.organization import PmrAccess
from search.columns import GENDERS, HOUSEHOLDS, household
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
# What must be among the households of a place that names some, for who lives so.
TAKEN_AS = {
    "": (),
    "COUPLE": (Household.COUPLE,),
    "WITH_CHILDREN": (Household.SINGLE_WITH_CHILDREN, Household.COUPLE_WITH_CHILDREN),
    "COUPLE_WITH_CHILDREN": (Household.COUPLE_WITH_CHILDREN,),
}


def tokens() -> Clause:
    """The text[] of everyone welcome: alone, a couple, with children, under age, with an animal."""
    welcomes: dict[str, Clause] = {
        household(gender, lives): _welcomes(Gender(gender or "ANY"), TAKEN_AS[lives])
        for lives in HOUSEHOLDS
        for gender in GENDERS
        if gender or lives
    } | {
        "MINOR": _takes_minors(),
        "ANIMAL": _first("animals").is_distinct_from(YesNo.NO.value),
        "PMR": text(site.c.pmr_access).is_distinct_from(PmrAccess.NO.value),
        "TAG": text(housing.c.tag_compatible).is_distinct_from(YesNo.NO.value),
    }
    return among(welcomes)


def among(holding: Mapping[str, Clause]) -> Clause:
    """The text[] of the tokens whose condition holds."""
    said = [sa.case((holds, sa.cast(token, sa.Text))) for token, holds in holding.items()]
    return sa.func.array_remove(array(said), None)


def text(column: Clause) -> Clause:
    """A coded column, compared as the text it is stored as."""
    return sa.type_coerce(column, sa.Text)


def texts(column: Clause) -> Clause:
    """A column of several codes, as the text[] it is stored as."""
    return sa.type_coerce(column, ARRAY(sa.Text))


def _welcomes(gender: Gender, lives: tuple[Household, ...]) -> Clause:
    """The rule allows it, and so does a lot if there are any: one lot for all that is asked."""
    rule = _suits(_first("gender"), gender)
    place = _suits(text(lot.c.gender), gender)
    if lives:
        rule &= _takes(lives, first_texts("households"))
        place &= _takes(lives, texts(lot.c.households))
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


def _takes(lives: tuple[Household, ...], households: Clause) -> Clause:
    named = sa.cast(array([one.value for one in lives]), ARRAY(sa.Text))
    return sa.or_(sa.func.cardinality(households) == 0, households.bool_op("&&")(named))


def _first(column: str) -> Clause:
    """What the offer says, else its site, else its organization."""
    return sa.func.coalesce(*(level.c[column] for level in LEVELS), type_=sa.Text)


def first_texts(column: str) -> Clause:
    """The same of a list."""
    said = [sa.func.nullif(texts(level.c[column]), none_said()) for level in LEVELS]
    return sa.func.coalesce(*said, none_said(), type_=ARRAY(sa.Text))


def none_said() -> Clause:
    """A list of texts that holds none."""
    return sa.cast(array([]), ARRAY(sa.Text))


def _lots() -> sa.Select[Any]:
    return sa.select(lot.c.id).where(lot.c.offer_id == offer.c.id)
