"""Lots of places with their reports, and the claims that hold or take their units.

Each unit that a lot grants has a history of its own, in which no two claims meet: whatever is
drawn, no promise is beyond what is granted.
"""

import datetime as dt
from typing import Any, NamedTuple

from bench.country.claims import Claimed, history
from bench.country.dice import NOW, Dice
from bench.country.offers import Drawn
from bench.country.sheaf import Sheaf
from bench.country.staff import Staff, Unit
from models.codes.claims import ClaimState, LotState, Sharing
from models.codes.freshness import figures_hold_days
from models.codes.offer import Family, Gender
from models.codes.organization import Channel

MOST_FOLLOWED = 8
# Out of 27 posts: 18 have one place, 7 have two, 2 have three; 38 places in all.
POST_PLACES = [1] * 18 + [2] * 7 + [3] * 2


class Size(NamedTuple):
    """How often the offers of a family have a lot, how large, and whether others fill it too."""

    share: float
    least: int
    most: int
    sharing: Sharing


SIZES = {
    Family.LOGEMENT: Size(1.0, 2, 30, Sharing.SHARED),
    Family.EMPLOI_FORMATION: Size(0.6, 1, 8, Sharing.SHARED),
    Family.SANTE: Size(0.4, 5, 20, Sharing.SHARED),
    Family.STAGE: Size(1.0, 8, 15, Sharing.DEDICATED),
}
OTHER_SIZE = Size(0.1, 1, 10, Sharing.SHARED)


def lots(sheaf: Sheaf, dice: Dice, offer: Drawn, staff: Staff) -> list[Claimed]:
    """The places of one offer, and who claimed them."""
    unit = staff.unit_of(dice, offer.host.town.department)
    if offer.host.family is Family.TIG:
        places = POST_PLACES[offer.id // 100 % len(POST_PLACES)]
        return _lot(sheaf, dice, offer, unit, offer.id * 4, (places, Sharing.DEDICATED))
    size = SIZES.get(offer.host.family, OTHER_SIZE)
    if not dice.happens(size.share):
        return []
    claimed = []
    for number in range(dice.choice([1, 1, 2]) if offer.host.family is Family.LOGEMENT else 1):
        drawn = (dice.randint(size.least, size.most), size.sharing)
        claimed += _lot(sheaf, dice, offer, unit, offer.id * 4 + number, drawn)
    return claimed


def _lot(
    sheaf: Sheaf, dice: Dice, offer: Drawn, unit: Unit, key: int, size: tuple[int, Sharing]
) -> list[Claimed]:
    places, sharing = size
    granted = places if sharing is Sharing.DEDICATED else max(round(places * dice.random()), 1)
    units = [history(dice, offer, unit, key) for _ in range(min(granted, MOST_FOLLOWED))]
    claimed = [claim for unit_history in units for claim in unit_history]
    live = [claim for claim in claimed if claim.state in (ClaimState.HELD, ClaimState.TAKEN)]
    if sharing is Sharing.SHARED and dice.happens(0.25):
        granted = max(len(live), 1)
    figures = {"places": places, "open": granted, "state": _state(dice, sharing)}
    figures["valid_until"] = _reports(sheaf, dice, offer, key, live, figures)
    gender = dice.choices([Gender.ANY, Gender.MEN, Gender.WOMEN], [8, 1, 1])[0]
    sheaf.add(
        "directory.place_lot",
        id=key,
        offer_id=offer.id,
        label=gender.label if gender is not Gender.ANY else "Tous publics",
        gender=gender,
        sharing=sharing,
        claimed_at=NOW,
        **figures,
    )
    for claim in claimed:
        sheaf.add("directory.place_claim", **claim.row())
    return claimed


def _state(dice: Dice, sharing: Sharing) -> LotState:
    if sharing is Sharing.DEDICATED:
        return LotState.OPEN
    return dice.choices(list(LotState), [90, 5, 5])[0]


def _reports(
    sheaf: Sheaf, dice: Dice, offer: Drawn, key: int, live: list[Claimed], figures: dict[str, Any]
) -> dt.datetime:
    """What was said of the lot, up to three times; the last word says how long it holds."""
    holds = dt.timedelta(days=figures_hold_days(offer.host.family))
    count = dice.choice([1, 3, 3])
    said = sorted(dice.ago(0, holds.days * 1.2) for _ in range(count))
    for number, at in enumerate(said):
        sheaf.add(
            "directory.capacity_report",
            id=key * 4 + number,
            lot_id=key,
            reported_at=at,
            reported_by="Mme Roux",
            channel=dice.choice([Channel.PHONE, Channel.PARTNER_PORTAL]),
            claims_shown=[claim.id for claim in live],
            answer=max(figures["open"] - len(live), 0),
            **figures | {"valid_until": at + holds},
        )
    return said[-1] + holds
