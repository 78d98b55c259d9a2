"""Makes a page of the offers that a scope reaches, whichever engine matched their words."""

from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from models.search import OfferSearch
from search.engine import Aside, Hit, Reach, SearchPage, SearchRequest
from search.postgresql import candidates, filters, keys, ordering
from search.postgresql.ordering import Listed
from search.postgresql.scope import Scope
from search.postgresql.sifting import sift

MOST_ASIDE = 5


def answer(session: Session, scope: Scope, **said: Any) -> SearchPage:
    """One page with its counts, and beside the first one around a place, what comes from afar."""
    request = scope.request
    sifted = sift(session, request, candidates.read(session, scope))
    listed = ordering.page(session, scope, sifted.rows, keys.parse(request.after))
    return SearchPage(
        hits=_hits(session, request, listed),
        total=len(sifted.rows),
        family_counts=sifted.family_counts,
        type_counts=sifted.type_counts,
        facets=sifted.facets,
        remote=_aside(session, scope, Reach.REMOTE),
        covering=_aside(session, scope, Reach.COVERING),
        next_key=str(listed.next_key) if listed.next_key else None,
        **said,
    )


def _aside(session: Session, scope: Scope, reach: Reach) -> Aside:
    request = scope.request
    is_first = request.after is None and request.reach is Reach.NEAR
    if request.place is None or not is_first:
        return Aside()
    if reach is Reach.COVERING and not request.commune_code:
        return Aside()
    asked = replace(request, reach=reach, size=MOST_ASIDE, with_counts=False)
    other = replace(scope, request=asked)
    left = sift(session, asked, candidates.read(session, other)).rows
    return Aside(_hits(session, asked, ordering.page(session, other, left, None)), len(left))


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
    columns = (OfferSearch.offer_id, filters.metres(request.place))
    those = OfferSearch.offer_id == sa.any_(sa.cast(ids, ARRAY(sa.BigInteger)))
    return dict(session.execute(sa.select(*columns).where(those)).all())
