"""Who is welcome: the first level that says something wins, offer, then site, then organization."""

from collections.abc import Iterable
from typing import Any

from models.codes.offer import Gender, Welcome, YesNo
from models.offer import AudienceRule


def nearest_first(rules: Iterable[AudienceRule]) -> list[AudienceRule]:
    """The rules of an offer, the most precise first."""
    return sorted(rules, key=lambda rule: (rule.offer_id is None, rule.site_id is None))


class Audience:
    """What the levels say together; None where none says anything."""

    def __init__(self, rules: Iterable[AudienceRule]) -> None:
        self.rules = nearest_first(rules)

    def said(self, name: str) -> Any:
        """What the most precise level says of it."""
        values = (getattr(rule, name) for rule in self.rules)
        return next((value for value in values if value not in (None, [])), None)

    @property
    def gender(self) -> str | None:
        """« Femmes et hommes », « Femmes »."""
        gender: Gender | None = self.said("gender")
        return gender.label if gender else None

    @property
    def ages(self) -> str | None:
        """« de 18 à 25 ans »."""
        low, high = self.said("age_min"), self.said("age_max")
        if low and high:
            return f"de {low} à {high} ans"
        if low:
            return f"à partir de {low} ans"
        return f"jusqu'à {high} ans" if high else None

    @property
    def animals(self) -> str | None:
        """« Oui », « Au cas par cas »; None when unknown."""
        animals: YesNo | None = self.said("animals")
        return animals.label if animals and animals is not YesNo.UNKNOWN else None

    @property
    def households(self) -> str | None:
        """« Personne seule, couple »."""
        return labels(self.said("households"))

    @property
    def welcome(self) -> str | None:
        """« Ce public d'abord »."""
        mode: Welcome | None = self.said("welcome")
        return mode.label if mode else None

    @property
    def publics(self) -> str | None:
        """« Jeunes, demandeurs d'emploi »."""
        return labels(self.said("publics"))

    @property
    def residence(self) -> str | None:
        """Where one must live to be welcome."""
        words: str | None = self.said("residence_requirement")
        return words

    @property
    def measures_refused(self) -> str | None:
        """The measures that this partner does not take."""
        return labels(self.said("measures_refused"))


def labels(codes: Iterable[Any] | None) -> str | None:
    """The labels of some codes in one line, or None when there is none."""
    said = [code.label for code in codes or ()]
    return ", ".join(said) or None
