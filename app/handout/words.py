"""Says the sheet in one language; what that language lacks is said in French, and marked so."""

import datetime as dt
from collections.abc import Sequence

from markupsafe import Markup, escape

from app.handout.languages import FRENCH, Language, ours


class Words:
    """Sentences, dates and hours of one language, as markup."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> Markup:
        """A sentence with its holes filled."""
        text = self.language.phrases.get(key)
        if text is not None:
            return Markup(escape(text)).format(**values)
        french = Markup(escape(ours()[FRENCH].phrases[key])).format(**values)
        return self.french(french)

    def french(self, text: str) -> Markup:
        """Names, addresses and what hosts wrote are French whatever the language around them."""
        if self.language.code == FRENCH:
            return Markup(escape(text))
        return Markup('<bdi lang="fr" dir="ltr">{}</bdi>').format(text)

    def kind(self, family: str, code: str) -> Markup:
        """What kind of place it is, else its family."""
        known = self.language.kinds.get(code) or self.language.families.get(family)
        if known is not None:
            return Markup(escape(known))
        french = ours()[FRENCH]
        return self.french(french.kinds.get(code) or french.families[family])

    def day(self, date: dt.date) -> str:
        """« mardi 3 mars 2026 »."""
        language = self.language
        return language.date.format(
            weekday=language.weekdays[date.weekday()],
            day=language.first_of_month if date.day == 1 else date.day,
            month=language.months[date.month - 1],
            year=date.year,
        )

    def clock(self, time: dt.time) -> Markup:
        """« 9 h », « 13 h 30 »; read from left to right in any language."""
        language = self.language
        pattern = language.time if time.minute else language.hour
        said = pattern.format(hour=time.hour, minute=f"{time.minute:02}")
        return Markup("<bdi>{}</bdi>").format(said) if language.direction == "rtl" else escape(said)

    def listed(self, parts: Sequence[str]) -> Markup:
        """« lundi, mardi et jeudi »."""
        comma = "، " if self.language.code == "ar" else ", "
        if len(parts) < 2:
            return Markup("").join(parts)
        return Markup(comma).join(parts[:-1]) + self.language.conjunction + escape(parts[-1])
