"""A commune whose name is misspelt inside a text: "mission locale vaux en velin"."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from models.reference import Commune, CommunePostalCode
from search.geocoder import coded
from search.geocoder.inside import KNOWN_TOWN, Inside, Span, inside, spans
from search.geocoder.place import EXACT

# A short name is close to too many words.
SHORTEST, LONG = 6, 10


def commune_like(session: Session, text: str) -> Inside | None:
    """The commune that some words are nearly the name of, by a letter, or two in a long name."""
    close = dict(_long_enough(text))
    if not close:
        return None
    row = session.execute(_nearest(), {"keys": list(close)}).first()
    if row is None:
        return None
    return inside(coded.commune(row, EXACT), text, close[row.typed].start, close[row.typed].end)


def _long_enough(text: str) -> Iterator[tuple[str, Span]]:
    return ((key, span) for key, span in spans(text) if len(key) >= SHORTEST)


@cache
def _nearest() -> sa.Select[Any]:
    codes = sa.select(sa.func.min(CommunePostalCode.postal_code))
    area = codes.where(CommunePostalCode.insee_code == Commune.insee_code).scalar_subquery()
    keys = sa.bindparam("keys", type_=ARRAY(sa.Text))
    typed = sa.func.unnest(keys).column_valued("typed")
    wrong = sa.func.levenshtein(Commune.name_key, typed)
    most = sa.case((sa.func.length(typed) < LONG, 1), else_=2)
    known = sa.func.coalesce(Commune.population, 0)
    columns = (typed.label("typed"), area.label("postal_code"), *coded.commune_columns())
    alike = Commune.name_key.bool_op("%")(typed)
    return (
        sa.select(*columns)
        .join(Commune.department)
        .where(alike, wrong <= most, known >= KNOWN_TOWN)
        .order_by(sa.func.length(typed).desc(), wrong, known.desc(), Commune.insee_code)
        .limit(1)
    )
