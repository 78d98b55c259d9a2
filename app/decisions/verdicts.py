"""What a rule answers about an offer: how far it is met, why, and what would unlock it."""

from enum import StrEnum
from typing import NamedTuple, Self


class Level(StrEnum):
    """How far a criterion is met. Unknown is neither yes nor no."""

    MET = "MET"
    NEAR = "NEAR"
    UNMET = "UNMET"
    UNKNOWN = "UNKNOWN"


class RuleClass(StrEnum):
    """Who may set a rule aside: nobody, or somebody with a written reason (design §5)."""

    LEGAL = "LEGAL"
    COURT = "COURT"
    PRACTICAL = "PRACTICAL"


CLASS_LABELS = {
    RuleClass.LEGAL: "légal",
    RuleClass.COURT: "décision de justice",
    RuleClass.PRACTICAL: "pratique",
}


class Finding(NamedTuple):
    """What a rule finds, before the table of rules says its criterion and its class."""

    level: Level
    sentence: str
    unlock: str = ""

    @classmethod
    def met(cls, sentence: str) -> Self:
        """The criterion is met."""
        return cls(Level.MET, sentence)

    @classmethod
    def near(cls, sentence: str, *, unlock: str) -> Self:
        """Missed by little, or by a step that somebody can take."""
        return cls(Level.NEAR, sentence, unlock)

    @classmethod
    def unmet(cls, sentence: str, *, unlock: str = "") -> Self:
        """Not met."""
        return cls(Level.UNMET, sentence, unlock)

    @classmethod
    def unknown(cls, sentence: str, *, unlock: str = "") -> Self:
        """Nobody has told us."""
        return cls(Level.UNKNOWN, sentence, unlock)


class Verdict(NamedTuple):
    """One criterion judged for one offer, as the page shows it."""

    criterion: str
    label: str
    rule_class: RuleClass
    level: Level
    sentence: str
    unlock: str
    source: str
    is_blocking: bool = False  # alone sets the offer aside
    is_missed: bool = False  # keeps the offer from fitting

    @property
    def is_forbidding(self) -> bool:
        """A legal rule that does not hold is lifted by nobody: the place cannot be held."""
        missed = self.level in (Level.UNMET, Level.NEAR)
        return missed and self.rule_class is RuleClass.LEGAL

    @property
    def class_label(self) -> str:
        """The class as the page writes it."""
        return CLASS_LABELS[self.rule_class]
