"""One row of the table of rules, and the verdict it gives."""

from collections.abc import Callable
from dataclasses import dataclass

from app.decisions import references
from app.decisions.facts import OfferFacts, PlanFacts
from app.decisions.french import typeset
from app.decisions.verdicts import Finding, Level, RuleClass, Verdict

Check = Callable[[PlanFacts, OfferFacts], Finding | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A criterion, who may lift it, the text it rests on, and what a miss does to the offer."""

    criterion: str
    label: str
    rule_class: RuleClass
    check: Check
    reference: str = ""
    sets_aside: bool = False  # an UNMET is enough to set the offer aside
    unknown_fits: bool = True  # an UNKNOWN does not keep the offer from fitting

    def __call__(self, plan: PlanFacts, offer: OfferFacts) -> Verdict | None:
        """The verdict on one offer; None when the criterion does not apply."""
        found = self.check(plan, offer)
        if found is None:
            return None
        return Verdict(
            criterion=self.criterion,
            label=self.label,
            rule_class=self.rule_class,
            level=found.level,
            sentence=typeset(found.sentence),
            unlock=typeset(found.unlock),
            source=references.cite(self.reference, plan.as_of),
            is_blocking=self.is_blocking(found.level),
            is_missed=self.is_missed(found.level),
        )

    def is_blocking(self, level: Level) -> bool:
        """Whether this level alone sets the offer aside."""
        return self.sets_aside and level is Level.UNMET

    def is_missed(self, level: Level) -> bool:
        """Whether this level keeps the offer from fitting."""
        return level in (Level.UNMET, Level.NEAR) or (
            level is Level.UNKNOWN and not self.unknown_fits
        )
