"""From a need to ranked candidates: prefilter in SQL, judge in Python, rank offers."""

import datetime as dt
from dataclasses import dataclass
from functools import partial

from sqlalchemy.orm import Session

from app.claims.availability import availability, window
from app.claims.sums import Availability
from app.matching import offer_facts, plan_facts, queries
from app.matching.facts import PlanFacts
from app.matching.judging import Bucket, judge
from app.matching.offer_facts import Surroundings
from app.matching.ranking import Ranked, best_lots, rank
from models.capacity import PlaceLot
from models.codes.people import ConstraintKind
from models.offer import Offer
from models.plan import Need


@dataclass(frozen=True)
class Candidate:
    """One ranked offer, with the rows its card and its map point are drawn from."""

    ranked: Ranked
    offer: Offer
    lot: PlaceLot
    availability: Availability


@dataclass(frozen=True)
class Results:
    """What a counsellor sees for one need."""

    plan: PlanFacts
    candidates: list[Candidate]

    def under(self, bucket: Bucket) -> list[Candidate]:
        """The candidates of one heading, best first."""
        return [one for one in self.candidates if one.ranked.judgement.bucket is bucket]


def search(session: Session, need: Need, *, today: dt.date) -> Results:
    """Every offer within reach of a need, judged and ranked, one line an offer."""
    plan = plan_facts.facts(need, today=today)
    home = queries.home_of(need)
    rows = [] if home is None else list(session.execute(queries.offers_near(need, home)).unique())
    rows += session.execute(queries.offers_anywhere(need)).unique()
    distances = {offer.id: distance for offer, distance in rows}
    offers = list({offer.id: offer for offer, _ in rows}.values())
    return Results(plan, _ranked(session, need, plan, offers, distances))


def _ranked(
    session: Session,
    need: Need,
    plan: PlanFacts,
    offers: list[Offer],
    distances: dict[int, float | None],
) -> list[Candidate]:
    lots = {lot.id: (offer, lot) for offer in offers for lot in offer.lots}
    places = availability(session, list(lots), window(*plan_facts.days_wanted(plan)))
    around = surroundings(session, need, plan, offers, distances)
    judged = (
        judge(plan, offer_facts.facts(offer, lot, around(offer, places[lot.id])))
        for offer, lot in lots.values()
    )
    best = best_lots(rank(plan, judged))
    keyed = ((one, one.judgement.offer.lot_id) for one in best)
    return [Candidate(one, *lots[lot_id], places[lot_id]) for one, lot_id in keyed]


def surroundings(
    session: Session,
    need: Need,
    plan: PlanFacts,
    offers: list[Offer],
    distances: dict[int, float | None],
) -> "partial[Surroundings]":
    """A maker of each offer's surroundings, read in a handful of queries for all of them."""
    site_ids = {offer.site_id for offer in offers if not offer.site.is_confidential}
    return partial(
        _surroundings,
        plan=plan,
        distances=distances,
        audiences=queries.audiences(session, offers),
        tested=site_ids,
        forbidden=queries.sites_within(session, need, ConstraintKind.EXCLUSION_ZONE, site_ids),
        allowed=queries.sites_within(session, need, ConstraintKind.INCLUSION_ZONE, site_ids),
        answers=queries.answering(session, {o.site.organization_id for o in offers}),
    )


def _surroundings(offer, places, *, plan, distances, audiences, tested, forbidden, allowed, answers):  # type: ignore[no-untyped-def]
    site = offer.site
    levels = (("offer", offer.id), ("site", site.id), ("organization", site.organization_id))
    rate, load = answers.get(site.organization_id, (None, 0))
    is_tested = site.id in tested
    return Surroundings(
        distance_m=distances[offer.id],
        availability=places,
        audience=tuple(audiences[level] for level in levels if level in audiences),
        in_exclusion_zone=site.id in forbidden if is_tested else None,
        outside_inclusion_zone=site.id not in allowed if is_tested else None,
        answer_rate=rate,
        recent_load=load,
        departement=plan.departement,
    )
