"""Writes search rows and the words really used, from the offers as they now are."""

from collections.abc import Collection
from functools import cache
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import Geometry
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.orm import Session

from models.codes.offer import Publication
from models.search import OfferSearch, SearchWord
from search.indexing.documents import published
from search.indexing.packing import packed
from search.indexing.tables import offer, table

SEARCH = table(OfferSearch)
WORD = table(SearchWord)
MADE = ("words", "compact")
COPIED = [column.name for column in SEARCH.columns if column.name not in MADE]
IDS: Any = sa.bindparam("ids", type_=ARRAY(sa.BigInteger))

ACRONYM = r"\m[[:upper:]][[:upper:][:digit:]]{1,8}\M"
WORTH_KEEPING = "^[[:alpha:]][[:alnum:]]{2,39}$"


def write(session: Session, offer_ids: Collection[int]) -> None:
    """Bring the rows of these offers up to date; those not published lose theirs."""
    ids = {"ids": list(offer_ids)}
    session.execute(_hide(), ids)
    session.execute(_show_some(), ids)


def rewrite(session: Session) -> None:
    """Write every row anew, neighbours side by side; words no longer used are forgotten."""
    session.execute(sa.text("SET LOCAL gin_pending_list_limit = '64MB'"))
    session.execute(sa.delete(SEARCH))
    session.execute(sa.delete(WORD))
    session.execute(_show(published()))


@cache
def _hide() -> sa.Delete:
    chosen = offer.c.id == sa.any_(IDS)
    shown = sa.select(offer.c.id).where(chosen, offer.c.publication == Publication.PUBLISHED)
    hidden = SEARCH.c.offer_id == sa.any_(IDS)
    return sa.delete(SEARCH).where(hidden, SEARCH.c.offer_id.not_in(shown))


@cache
def _show_some() -> sa.Insert:
    return _show(published().where(offer.c.id == sa.any_(IDS)))


def _show(offers: sa.Select[Any]) -> sa.Insert:
    folded = _folded(offers)
    # Kind by kind, and points along a curve: what is found together is read together.
    order = folded.c.family, folded.c.type_code, sa.cast(folded.c.point, Geometry)
    made = (_words(folded), packed(folded.c).label("compact"))
    rows = sa.select(*(folded.c[name] for name in COPIED), *made).order_by(*order)
    written = [*COPIED, *MADE]
    statement = insert(SEARCH).from_select(written, rows)
    changed = {name: statement.excluded[name] for name in written if name != "offer_id"}
    return statement.on_conflict_do_update(index_elements=["offer_id"], set_=changed).add_cte(
        _new_words(folded).cte("spelled")
    )


def _folded(offers: sa.Select[Any]) -> sa.CTE:
    """The offers with their text folded once, for the rows and for the words alike."""
    rows = offers.cte("published")
    return sa.select(rows, sa.func.directory.folded(rows.c.said).label("text")).cte("folded")


def _words(folded: sa.CTE) -> sa.ColumnElement[Any]:
    """The words of its names and of its text, its acronyms in capitals, its street apart.

    "=@lilas" answers those who ask for a street: a town hall is no hotel, whatever its square.
    """
    street = sa.func.directory.folded(folded.c.street)
    way = sa.func.string_to_table(street, " ").column_valued("way")
    streets = sa.select(sa.func.concat("@", way)).correlate(folded).scalar_subquery()
    found = sa.func.regexp_matches(folded.c.said, ACRONYM, "g", type_=ARRAY(sa.Text))
    one = found.column_valued("found")
    acronyms = sa.select(sa.func.directory.folded(one[1])).correlate(folded).scalar_subquery()
    return sa.func.directory.search_words(
        folded.c.names, folded.c.text, sa.func.array(acronyms).op("||")(sa.func.array(streets))
    ).label("words")


def _new_words(folded: sa.CTE) -> sa.Insert:
    """Words not known yet, in order, so that two writers never wait for each other both ways."""
    street = sa.func.directory.folded(folded.c.street)
    said = sa.func.concat_ws(" ", folded.c.names, folded.c.text, street)
    split = sa.func.string_to_table(said, " ")
    word = split.table_valued("word", name="spelled_out").render_derived()
    # Each is judged once, however many say it.
    spoken = sa.select(word.c.word).select_from(folded.join(word, sa.true())).distinct()
    used = spoken.cte("used").prefix_with("MATERIALIZED")
    known = sa.select(WORD.c.word).where(WORD.c.word == used.c.word)
    is_new = used.c.word.regexp_match(WORTH_KEEPING), ~known.exists()
    new = sa.select(used.c.word).where(*is_new).order_by(used.c.word)
    return insert(WORD).from_select(["word"], new).on_conflict_do_nothing()
