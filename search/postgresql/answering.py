"""Makes a page of the offers that a scope reaches, whichever engine matched their words."""

from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from models.search import OfferSearch
from search.columns import Column, Flag, mask
from search.engine import Aside, Hit, Reach, SearchPage, SearchRequest
from search.postgresql import candidates, ground, keys, ordering
from search.postgresql.free import Places
from search.postgresql.ordering import Listed
from search.postgresql.scope import Scope
from search.postgresql.sifting import sift

MOST_ASIDE = 5


def answer(session: Session, scope: Scope, **said: Any) -> SearchPage:
    """One page with its counts, and beside the first one around a place, what comes from afar."""
    request, places = scope.request, Places(session, scope.request)
    sifted = sift(request, candidates.read(session, scope), places)
    ranked = candidates.rank(session, scope, sifted.rows)
    listed = ordering.page(scope, ranked, keys.parse(request.after), places)
    remote, covering = _asides(session, scope, places)
    return SearchPage(
        hits=_hits(session, request, listed),
        total=len(ranked),
        family_counts=sifted.family_counts,
        type_counts=sifted.type_counts,
        facets=sifted.facets,
        remote=remote,
        covering=covering,
        next_key=str(listed.next_key) if listed.next_key else None,
        **said,
    )


def _asides(session: Session, scope: Scope, places: Places) -> tuple[Aside, Aside]:
    """What is done at a distance, and what comes from far away to the people of the commune."""
    request = scope.request
    if not request.is_local or request.after is not None or request.reach is not Reach.NEAR:
        return Aside(), Aside()
    asked = replace(request, reach=Reach.AFAR, size=MOST_ASIDE, with_counts=False)
    other = replace(scope, request=asked)
    rows = sift(asked, candidates.read(session, other), places).rows
    rows = candidates.rank(session, other, rows)
    is_remote = (rows["facts"] & mask(Column.FLAGS, [Flag.REMOTE])) != 0
    lists = rows[is_remote], rows[~is_remote]
    listed = [ordering.page(other, some, None, places) for some in lists]
    return (
        Aside(_hits(session, replace(asked, reach=Reach.REMOTE), listed[0]), len(lists[0])),
        Aside(_hits(session, asked, listed[1]), len(lists[1])),
    )


def _hits(session: Session, request: SearchRequest, listed: Listed) -> tuple[Hit, ...]:
    ids = listed.rows["id"].tolist()
    metres = _metres(session, request, ids)
    return tuple(
        Hit(key, metres.get(key), rank) for key, rank in zip(ids, listed.ranks, strict=True)
    )


def _metres(session: Session, request: SearchRequest, ids: list[int]) -> dict[int, int]:
    """Distances as they are shown; nothing is far from what is done at a distance."""
    if request.place is None or request.reach is Reach.REMOTE or not ids:
        return {}
    columns = (OfferSearch.offer_id, ground.metres(request.place))
    those = OfferSearch.offer_id == sa.any_(sa.cast(ids, ARRAY(sa.BigInteger)))
    return dict(session.execute(sa.select(*columns).where(those)).all())
