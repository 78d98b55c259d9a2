"""The favourites of one's units, family by family, with what is free now."""

from collections import defaultdict
from itertools import groupby

from flask import render_template
from sqlalchemy import select

from app.access import Act, visible_offers
from app.audit.actions import record
from app.directory import found
from app.directory.found import Card
from app.extensions import db
from app.favourites import queries
from app.favourites.routes.base import blueprint, stars
from app.gate import current_account, require
from models.codes.access import Operation
from models.codes.offer import Family
from models.offer import Offer
from models.saved import UnitNote
from search.engine import Hit

ORDER = {family: at for at, family in enumerate(Family)}


@blueprint.get("/favoris")
def index() -> str:
    """Cards as in the directory, and under each what the unit noted."""
    require(Act.KEEP_FAVOURITES)
    wanted = list(stars().starred)
    cards = readable(wanted)
    notes = notes_by_offer([card.offer.id for card in cards])
    if notes:
        record(Operation.CONSULT, subject_kind="unit_note", reason="favoris de l'unité")
    return render_template(
        "favourites/index.html",
        families=by_family(cards),
        notes=notes,
        gone=gone(set(wanted) - {card.offer.id for card in cards}),
        total=len(wanted),
    )


def readable(offer_ids: list[int]) -> list[Card]:
    """The cards of those the account may still see."""
    account = current_account()
    seen = visible_offers(account).where(Offer.id.in_(offer_ids)).with_only_columns(Offer.id)
    hits = tuple(Hit(offer_id, None, 0) for offer_id in db.session.scalars(seen))
    return found.cards(db.session, hits, account, None)


def by_family(cards: list[Card]) -> list[tuple[Family, list[Card]]]:
    """In the order of the families, then by title."""
    ordered = sorted(cards, key=lambda one: (ORDER[one.offer.family], one.offer.title))
    return [(key, list(some)) for key, some in groupby(ordered, lambda one: one.offer.family)]


def notes_by_offer(offer_ids: list[int]) -> dict[int, list[UnitNote]]:
    """What the units noted about each."""
    notes: dict[int, list[UnitNote]] = defaultdict(list)
    for note in db.session.scalars(queries.notes_on(current_account(), offer_ids)):
        notes[note.offer_id].append(note)
    return dict(notes)


def gone(offer_ids: set[int]) -> list[tuple[int, str]]:
    """Those no longer published: their id and the name they went by."""
    rows = db.session.execute(
        select(Offer.id, Offer.title).where(Offer.id.in_(offer_ids)).order_by(Offer.title)
    )
    return [(row.id, row.title) for row in rows]
