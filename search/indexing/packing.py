"""Packs the columns of a search row into one `bytea`, as `search.columns` lays them out."""

from functools import reduce
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import Geometry
from sqlalchemy.dialects.postgresql import ARRAY, BYTEA, array

from models.codes.languages import ALSO, Language
from search.columns import DEGREE, Column, Flag, facts, tongues
from search.indexing.audiences import Clause

# Lists that say nothing welcome every code.
SILENT_IS_ANY = (Column.DAYS, Column.BANDS)


def packed(row: Any) -> Clause:
    """The fields of `PACKED`, in their order, from the columns of a row about to be written."""
    where = sa.cast(row.point, Geometry)
    kind = sa.func.concat(row.family, "/", row.type_code)
    fields = (
        sa.func.int8send(sa.cast(row.offer_id, sa.BigInteger)),
        sa.func.substring(sa.func.decode(sa.func.md5(kind), "hex"), 1, 4),
        sa.func.int8send(_word([(_holds(row, *code), place) for code, place in facts().items()])),
        sa.func.int8send(_word([(_speaks(row, code), at) for (_, code), at in tongues().items()])),
        *(sa.func.float8send(_seconds(row[name])) for name in ("fresh_until", "stale_at")),
        *(sa.func.int4send(_parts(side(where))) for side in (sa.func.ST_X, sa.func.ST_Y)),
    )
    return reduce(lambda some, more: some.op("||", return_type=BYTEA())(more), fields)


def _holds(row: Any, column: Column, code: str) -> Clause:
    """Whether the row has this code in this column."""
    if column is Column.FLAGS:
        flags: dict[Flag, Clause] = {
            Flag.DRIVING: row.needs_driving,
            Flag.SIAO_ONLY: row.is_siao_only,
            Flag.REMOTE: row.is_remote,
        }
        return flags[Flag(code)]
    said: Clause = row[column]
    if column in (Column.ADMISSION, Column.COST):
        return said == code
    is_named: Clause = sa.literal(code, sa.Text) == sa.any_(said)
    if column in SILENT_IS_ANY:
        return sa.or_(is_named, sa.func.cardinality(said) == 0)
    return is_named


def _speaks(row: Any, code: str) -> Clause:
    """Whether one of the languages is this one, by its name or by its code."""
    language = Language(code)
    names = [language.value, language.label.lower(), *ALSO.get(language, ())]
    folded = [sa.func.directory.folded(name) for name in names]
    said: Clause = row.languages
    return said.bool_op("&&")(sa.cast(array(folded), ARRAY(sa.Text)))


def _word(bits: list[tuple[Clause, int]]) -> Clause:
    """The conditions that hold, as the bits of one number."""
    some: list[Clause] = [
        sa.case((holds, sa.literal_column(f"{1 << place}::bigint")), else_=0)
        for holds, place in bits
    ]
    return sa.cast(reduce(lambda one, other: one.op("|")(other), some), sa.BigInteger)


def _seconds(instant: Clause) -> Clause:
    """Since 1970; what never was is not a number."""
    seconds = sa.cast(sa.func.extract("epoch", instant), sa.Float)
    return sa.func.coalesce(seconds, sa.cast("NaN", sa.Float))


def _parts(degrees: Clause) -> Clause:
    """Parts of a degree; 0 without a point, which nobody asks the distance of."""
    return sa.cast(sa.func.round(sa.func.coalesce(degrees, 0) * DEGREE), sa.Integer)
