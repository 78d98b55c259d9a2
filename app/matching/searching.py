"""From a need to ranked candidates: prefilter in SQL, judge in Python, rank offers."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.claims.availability import availability, window
from app.claims.sums import Availability
from app.decisions.facts import PlanFacts
from app.decisions.judging import Bucket, Judgement, judge
from app.decisions.ranking import Ranked, best_lots, order, score
from app.hosting.queries import hours_left
from app.matching import offer_facts, plan_facts, queries, surroundings
from app.matching.reaching import MOST, reached
from models.capacity import PlaceLot
from models.offer import Offer
from models.plan import Need


@dataclass(frozen=True)
class Candidate:
    """One ranked offer, with the rows its card and its map point are drawn from."""

    ranked: Ranked
    lot: PlaceLot
    availability: Availability

    @property
    def offer(self) -> Offer:
        """The offer the lot belongs to."""
        return self.lot.offer

    @property
    def judgement(self) -> Judgement:
        """What the rules said of it."""
        return self.ranked.judgement


@dataclass(frozen=True)
class Results:
    """What a counsellor sees for one need."""

    plan: PlanFacts
    candidates: list[Candidate]

    @property
    def is_cut(self) -> bool:
        """Whether there may be offers farther than those that were looked at."""
        return len(self.candidates) >= MOST

    def under(self, bucket: Bucket) -> list[Candidate]:
        """The candidates of one heading, best first."""
        return [one for one in self.candidates if one.judgement.bucket is bucket]


def search(session: Session, need: Need, *, today: dt.date) -> Results:
    """Every offer within reach of a need, judged and ranked, one line an offer."""
    plan = facts_of(session, need, today=today)
    home = queries.home_of(need)
    return Results(plan, _ranked(session, need, plan, reached(session, need, home)))


def look_at(session: Session, need: Need, lot: PlaceLot, *, today: dt.date) -> Candidate:
    """One lot judged for a need, however far it is."""
    plan = facts_of(session, need, today=today)
    home = queries.home_of(need)
    distance = None if home is None else session.scalar(queries.distance_to(lot.offer.site, home))
    return _judged(session, need, plan, {lot.offer: distance}, [lot])[0]


def facts_of(session: Session, need: Need, *, today: dt.date) -> PlanFacts:
    """What matching knows of a need."""
    return plan_facts.facts(need, today=today, hours=hours_left(session, need.measure))


def _ranked(
    session: Session, need: Need, plan: PlanFacts, found: dict[Offer, float | None]
) -> list[Candidate]:
    # Nobody under 18 is followed here (RULE-TIG-08): places kept for minors are not proposed.
    lots = [lot for offer in found for lot in offer.lots if not lot.is_for_minors]
    judged = {one.lot.id: one for one in _judged(session, need, plan, found, lots)}
    ranked = best_lots(sorted((one.ranked for one in judged.values()), key=order))
    return [judged[one.judgement.offer.lot_id] for one in ranked]


def _judged(
    session: Session,
    need: Need,
    plan: PlanFacts,
    found: dict[Offer, float | None],
    lots: list[PlaceLot],
) -> list[Candidate]:
    places = availability(session, [lot.id for lot in lots], window(*plan_facts.days_wanted(plan)))
    reading = surroundings.read(session, need, found)
    return [
        Candidate(
            score(plan, judge(plan, offer_facts.facts(lot, reading.around(lot, places[lot.id])))),
            lot,
            places[lot.id],
        )
        for lot in lots
    ]
