"""The judgement of one offer for one plan: its verdicts, its bucket, what to show, what to lift."""

from dataclasses import dataclass
from enum import StrEnum

from app.decisions import tig_calendar
from app.decisions.facts import OfferFacts, PlanFacts
from app.decisions.rules import RULES
from app.decisions.tig_calendar import Schedule
from app.decisions.travel import Travel, travel_to
from app.decisions.verdicts import Level, RuleClass, Verdict

CARD_REASONS = 2
# What a counsellor wants to read first on the card of an offer that fits.
TELLING = (
    "moments",
    "owner_agreement",
    "tag",
    "avoided",
    "kind",
    "gender",
    "stay",
    "week",
    "window",
    "reach",
    "radius",
)


class Bucket(StrEnum):
    """Under which heading an offer is shown."""

    FITS = "FITS"
    ALMOST = "ALMOST"
    SET_ASIDE = "SET_ASIDE"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One offer as judged for one plan, ready to be ranked and shown."""

    offer: OfferFacts
    verdicts: tuple[Verdict, ...]
    bucket: Bucket
    travel: Travel | None
    schedule: Schedule | None

    @property
    def missed(self) -> tuple[Verdict, ...]:
        """What keeps the offer from fitting, the gravest first, else in the order of the table."""
        return tuple(sorted((v for v in self.verdicts if v.is_missed), key=gravity))

    @property
    def reasons(self) -> tuple[Verdict, ...]:
        """For a card: the one thing that blocks, or the two best reasons."""
        if self.missed:
            return self.missed[:1]
        met = {v.criterion: v for v in self.verdicts if v.level is Level.MET}
        return tuple(met[name] for name in TELLING if name in met)[:CARD_REASONS]

    @property
    def unknowns(self) -> tuple[Verdict, ...]:
        """What nobody has told us yet."""
        return tuple(v for v in self.verdicts if v.level is Level.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Holding:
    """Whether a place may be held, and at which price."""

    forbidden: tuple[Verdict, ...]  # nobody lifts these
    to_lift: tuple[Verdict, ...]  # each needs a written reason
    to_check: tuple[Verdict, ...]  # legal or court matters to check by a call

    @property
    def is_allowed(self) -> bool:
        """No legal rule stands against it."""
        return not self.forbidden

    @property
    def tells_manager(self) -> bool:
        """A decision of the court is lifted: the manager is told."""
        return any(v.rule_class is RuleClass.COURT for v in self.to_lift)


def judge(plan: PlanFacts, offer: OfferFacts) -> Judgement:
    """Every rule asked once, in the order of the table."""
    asked = (rule(plan, offer) for rule in RULES)
    verdicts = tuple(verdict for verdict in asked if verdict is not None)
    return Judgement(
        offer=offer,
        verdicts=verdicts,
        bucket=bucket_of(verdicts),
        travel=travel_to(plan, offer),
        schedule=tig_calendar.schedule(plan, offer),
    )


def bucket_of(verdicts: tuple[Verdict, ...]) -> Bucket:
    """Fits when nothing is missed; almost when only near misses, or one practical one, remain."""
    missed = [v for v in verdicts if v.is_missed]
    unmet = [v for v in missed if v.level is Level.UNMET]
    if any(v.is_blocking for v in missed) or len(unmet) > 1:
        return Bucket.SET_ASIDE
    return Bucket.ALMOST if missed else Bucket.FITS


def can_hold(judgement: Judgement) -> Holding:
    """Design §5: LEGAL is never lifted, COURT and PRACTICAL only with a written reason."""
    lifted = (RuleClass.COURT, RuleClass.PRACTICAL)
    guarded = (RuleClass.LEGAL, RuleClass.COURT)
    return Holding(
        forbidden=tuple(v for v in judgement.verdicts if v.is_forbidding),
        to_lift=tuple(
            v for v in judgement.verdicts if v.level is Level.UNMET and v.rule_class in lifted
        ),
        to_check=tuple(v for v in judgement.unknowns if v.rule_class in guarded),
    )


def gravity(verdict: Verdict) -> tuple[int, int]:
    """Blocking first, then legal, court and practical misses, then near ones and unknowns."""
    classes, levels = list(RuleClass), (Level.UNMET, Level.NEAR, Level.UNKNOWN)
    rank = 0 if verdict.is_blocking else 1 + levels.index(verdict.level)
    return rank, classes.index(verdict.rule_class)
