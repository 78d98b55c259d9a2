"""The order in which offers are shown; offers are ranked, never people (design §5)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.decisions import scores
from app.decisions.facts import PlanFacts
from app.decisions.judging import Bucket, Judgement

HEADINGS = {bucket: place for place, bucket in enumerate(Bucket)}


@dataclass(frozen=True, slots=True)
class Weight:
    """One thing that counts in the order, with the points it is worth at most."""

    label: str
    points: int
    score: Callable[[PlanFacts, Judgement], float]


WEIGHTS = (
    Weight("Adéquation au projet", 40, scores.fit),
    Weight("Trajet", 25, scores.nearness),
    Weight("Places libres dans la fenêtre", 15, scores.room),
    Weight("Fraîcheur de la fiche", 10, scores.freshness),
    Weight("Taux de réponse du partenaire", 6, scores.answering),
    Weight("Partenaire peu sollicité récemment", 4, scores.rest),
)


class Part(NamedTuple):
    """What one weight gave to one offer, in tenths of a point so that sums are exact."""

    label: str
    tenths: int
    most: int

    @property
    def points_label(self) -> str:
        """« 18,5 sur 25 »."""
        return f"{self.tenths // 10},{self.tenths % 10} sur {self.most}"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A judged offer at its place in the order, with the points that put it there."""

    judgement: Judgement
    parts: tuple[Part, ...]

    @property
    def tenths(self) -> int:
        """The sum of the parts."""
        return sum(part.tenths for part in self.parts)


def rank(plan: PlanFacts, judgements: Iterable[Judgement]) -> list[Ranked]:
    """Bucket by bucket, most points first, ties by offer then lot: a total order."""
    return sorted((score(plan, judged) for judged in judgements), key=order)


def score(plan: PlanFacts, judged: Judgement) -> Ranked:
    """The points of one offer, weight by weight."""
    parts = (
        Part(weight.label, round(weight.score(plan, judged) * weight.points * 10), weight.points)
        for weight in WEIGHTS
    )
    return Ranked(judged, tuple(parts))


def order(ranked: Ranked) -> tuple[int, int, int, int]:
    """The sort key: heading, points, offer, lot."""
    judged = ranked.judgement
    offer = judged.offer
    return HEADINGS[judged.bucket], -ranked.tenths, offer.offer_id, offer.lot_id


def best_lots(ranked: Iterable[Ranked]) -> list[Ranked]:
    """One line an offer: its first lot in the order given."""
    seen: dict[int, Ranked] = {}
    for one in ranked:
        seen.setdefault(one.judgement.offer.offer_id, one)
    return list(seen.values())
