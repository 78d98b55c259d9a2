"""Verbs that put a TIG post on the département's list and take it off (RULE-TIG-16, RULE-TIG-17).

The provisional suspension, by the host or the DSPIP alone, is in app.claims.listing.
"""

import datetime as dt

from models.codes.tig import ListingStatus
from models.offer_kinds import TigPost

WAIT_DAYS = 10


class TooEarly(Exception):
    """RULE-TIG-16: an opinion is missing and ten days have not passed since the referral."""

    def __init__(self, possible_on: dt.date) -> None:
        super().__init__(possible_on)
        self.possible_on = possible_on


def request_listing(post: TigPost, *, on: dt.date) -> None:
    """Ask the prosecutor and the judge for their opinions."""
    post.move_on_list(ListingStatus.LISTING_REQUESTED)
    post.listing_requested_on = on
    post.prosecutor_opinion_on = post.judge_opinion_on = None


def hear_opinions(
    post: TigPost, *, prosecutor_on: dt.date | None, judge_on: dt.date | None
) -> None:
    """Write down when each opinion came."""
    post.prosecutor_opinion_on, post.judge_opinion_on = prosecutor_on, judge_on


def list_post(post: TigPost, *, on: dt.date) -> None:
    """Put the post on the list; raises `TooEarly` (RULE-TIG-16)."""
    possible_on = listing_possible_on(post)
    if possible_on and on < possible_on:
        raise TooEarly(possible_on)
    post.move_on_list(ListingStatus.LISTED)
    post.listed_on = on


def delist(post: TigPost) -> None:
    """Take the post off the list; those who work there stay."""
    post.move_on_list(ListingStatus.DELISTED)


def listing_possible_on(post: TigPost) -> dt.date | None:
    """The first day a decision is possible: both opinions, else ten days after the referral."""
    opinions = (post.prosecutor_opinion_on, post.judge_opinion_on)
    given = [day for day in opinions if day is not None]
    if len(given) == len(opinions):
        return max(given)
    asked = post.listing_requested_on
    return asked + dt.timedelta(days=WAIT_DAYS) if asked else None
