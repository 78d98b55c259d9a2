"""Offers of every family from their templates, through the verbs of the directory."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.directory import actions
from models.account import Account
from models.capacity import PlaceLot
from models.codes.offer import AdmissionChannel
from models.offer import AudienceRule, Offer
from models.offer_kinds import (
    CareOffer,
    CourseOffer,
    HousingOffer,
    JobOffer,
    SupportOffer,
    TigPost,
)
from models.organization import Site
from seeds.demo.drawing import Drawn
from seeds.demo.reading import day, templates, typed

KINDS: dict[str, type[Offer]] = {
    kind.__name__: kind
    for kind in (TigPost, HousingOffer, JobOffer, CareOffer, CourseOffer, SupportOffer)
}
NOT_COLUMNS = frozenset({"kind", "lots", "places", "audience", "title"})
# What a lot says to reports and not to the lot itself.
SAID = frozenset({"answer", "state"})


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One offer to plant: of what kind, where, and how far it has come."""

    key: str
    site: Site
    where: str
    place: str
    state: str = "open"
    agreed: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The kind of place and where it is; no two offers have the same name."""
        return title(self.key, self.place)

    @property
    def name(self) -> str:
        """How the stories call it: « kind @ host »."""
        return f"{self.key} @ {self.where}"


def title(key: str, place: str) -> str:
    """The title of the offer of this kind at this place."""
    return f"{templates()[key]['title']}, {place}"


def plant_offer(session: Session, wanted: Wanted, *, by: Account) -> Offer:
    """An offer with its lots and its audience, brought to its state by `by`."""
    entry = templates()[wanted.key]
    kind = KINDS[entry["kind"]]
    terms = typed(kind, {name: entry[name] for name in entry.keys() - NOT_COLUMNS})
    offer = actions.create_offer(
        session, wanted.site, kind, title=wanted.title, **_tig(wanted, kind), **terms
    )
    for lot in lots_of(wanted.key):
        told = {name: lot[name] for name in lot.keys() - SAID}
        actions.add_lot(session, offer, **typed(PlaceLot, told))
    if "audience" in entry:
        actions.set_audience(session, offer, **typed(AudienceRule, entry["audience"]))
    STATES[wanted.state](offer, by)
    age = Drawn(wanted.title).dice.randint(60, 900)
    offer.created_at -= dt.timedelta(days=age)
    return offer


def lots_of(key: str) -> list[dict[str, Any]]:
    """The lots of a template; a TIG post has one unless it says otherwise."""
    entry = templates()[key]
    plain = [{"label": "Tous publics", "places": entry.get("places", 1)}]
    return list(entry.get("lots", plain))


def _tig(wanted: Wanted, kind: type[Offer]) -> dict[str, Any]:
    if kind is not TigPost:
        return {}
    return {
        "admission": AdmissionChannel.AFFECTATION_DSPIP,
        "supervisor_name": Drawn(wanted.title).person(),
        "agreed_departments": list(wanted.agreed),
    }


def _open(offer: Offer, by: Account) -> None:
    if isinstance(offer, TigPost):
        asked = -Drawn(offer.title).dice.randint(90, 700)
        actions.request_listing(offer, on=day(asked))
        actions.list_post(offer, on=day(asked + 14))
    actions.publish(offer)


def _requested(offer: Offer, by: Account) -> None:
    assert isinstance(offer, TigPost)
    actions.request_listing(offer, on=day(-6))
    actions.publish(offer)


def _suspended(offer: Offer, by: Account) -> None:
    _open(offer, by)
    actions.suspend(offer, by=by)


def _delisted(offer: Offer, by: Account) -> None:
    _open(offer, by)
    assert isinstance(offer, TigPost)
    actions.delist(offer)


def _closed(offer: Offer, by: Account) -> None:
    _open(offer, by)
    actions.close(offer)


STATES: dict[str, Callable[[Offer, Account], None]] = {
    "open": _open,
    "full": _open,
    "draft": lambda offer, by: None,
    "requested": _requested,
    "suspended": _suspended,
    "delisted": _delisted,
    "closed": _closed,
}
