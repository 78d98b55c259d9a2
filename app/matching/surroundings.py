"""What stands around offers, read in a handful of queries for all of them at once."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.claims.sums import Availability
from app.matching import queries
from app.matching.answering import answering
from app.matching.offer_facts import Surroundings
from models.capacity import PlaceLot
from models.codes.people import ConstraintKind
from models.offer import AudienceRule, Offer
from models.plan import Need

NOWHERE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """Distances, audience rules, zones and answers, for every offer of one search."""

    departement: str
    distances: dict[int, float | None]
    audiences: dict[tuple[str, int], AudienceRule]
    tested: frozenset[int]
    forbidden: frozenset[int]
    allowed: frozenset[int]
    answers: dict[int, tuple[float, int]]

    def around(self, lot: PlaceLot, places: Availability) -> Surroundings:
        """The surroundings of one lot; the zones of a hidden site cannot be tested."""
        offer, site = lot.offer, lot.offer.site
        levels = (("offer", offer.id), ("site", site.id), ("organization", site.organization_id))
        rate, load = self.answers.get(site.organization_id, (None, 0))
        is_tested = site.id in self.tested
        return Surroundings(
            distance_m=self.distances[offer.id],
            availability=places,
            audience=tuple(self.audiences[level] for level in levels if level in self.audiences),
            in_exclusion_zone=site.id in self.forbidden if is_tested else None,
            outside_inclusion_zone=site.id not in self.allowed if is_tested else None,
            answer_rate=rate,
            recent_load=load,
            departement=self.departement,
        )


def read(session: Session, need: Need, found: dict[Offer, float | None]) -> Neighbourhood:
    """Read what surrounds these offers (with their distances in metres), seen from one need."""
    offers = list(found)
    tested = frozenset(
        offer.site_id
        for offer in offers
        if not offer.site.is_confidential and offer.site.public_point is not None
    )
    within = {
        kind: queries.sites_within(session, need, kind, tested)
        for kind in {one.kind for one in need.plan.constraints if one.zone is not None}
    }
    return Neighbourhood(
        departement=need.plan.person.unit.department_code,
        distances={offer.id: distance for offer, distance in found.items()},
        audiences=queries.audiences(session, offers),
        tested=tested,
        forbidden=within.get(ConstraintKind.EXCLUSION_ZONE, NOWHERE),
        allowed=within.get(ConstraintKind.INCLUSION_ZONE, NOWHERE),
        answers=answering(session, {offer.site.organization_id for offer in offers}),
    )
