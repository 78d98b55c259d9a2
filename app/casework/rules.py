"""Pure decisions on what a counsellor writes: hours, windows, dates of birth."""

import datetime as dt

from app.decisions.references import cite
from models.codes.people import MeasureType, OffenceClass

# Fewest and most hours, of what, and the text that says so (app.decisions.references).
HOURS_BOUNDS = {
    OffenceClass.DELIT: (20, 400, "un délit", "hours_delit"),
    OffenceClass.CONTRAVENTION: (20, 120, "une contravention de 5e classe", "hours_contravention"),
    OffenceClass.COMPOSITION: (1, 100, "une composition pénale", "hours_composition"),
}
WITH_HOURS = frozenset({MeasureType.TIG, MeasureType.SURSIS_PROBATOIRE_TIG, MeasureType.TNR})
FARTHEST_YEARS = 5
OLDEST_AGE = 110
TIG_MONTHS = 18


def refuse_hours(hours: int, offence_class: OffenceClass | None, today: dt.date) -> str | None:
    """RULE-TIG-01, 02, 10: the hours a court may order, by class; None when they fit."""
    if offence_class is None:
        return None if hours <= 400 else "Aucune mesure ne compte plus de 400 heures."
    low, high, what, text = HOURS_BOUNDS[offence_class]
    if low <= hours <= high:
        return None
    return f"Pour {what}, la mesure compte de {low} à {high} heures ({cite(text, today)})."


def refuse_class(measure: MeasureType, offence_class: OffenceClass) -> str | None:
    """RULE-TIG-10: unpaid work belongs to a composition pénale, and nothing else does."""
    if (measure is MeasureType.TNR) == (offence_class is OffenceClass.COMPOSITION):
        return None
    if measure is MeasureType.TNR:
        return "Le travail non rémunéré relève de la composition pénale."
    return "La composition pénale donne un travail non rémunéré (TNR), pas un TIG."


def refuse_window(earliest: dt.date, latest: dt.date, today: dt.date, said: str) -> str | None:
    """RULE-HOU-12: a window that ends after it starts, neither past nor years away.

    `said` is the first day as the page writes it.
    """
    if latest < earliest:
        return f"La fin doit être après le début ({said})."
    if latest < today:
        return "Cette période est passée : la fin doit être aujourd'hui ou plus tard."
    if latest > add_years(today, FARTHEST_YEARS):
        return f"Cette date est dans plus de {FARTHEST_YEARS} ans : vérifiez l'année."
    return None


def refuse_birth(born: dt.date, today: dt.date) -> str | None:
    """A date of birth that nobody supervised can have; minors are another matter."""
    if born > today:
        return "La date de naissance est dans l'avenir : vérifiez l'année."
    if born < add_years(today, -OLDEST_AGE):
        return f"Cette date donne plus de {OLDEST_AGE} ans : vérifiez l'année."
    return None


def refuse_obtained(day: dt.date, today: dt.date) -> str | None:
    """A document is obtained today at the latest."""
    return None if day <= today else "Un accord obtenu ne peut pas être daté dans l'avenir."


def refuse_enforceable(day: dt.date, today: dt.date) -> str | None:
    """A decision may become enforceable in some weeks, not in some years."""
    if day > add_years(today, 1):
        return "Cette date est dans plus d'un an : vérifiez l'année."
    return None


def age_on(born: dt.date, day: dt.date) -> int:
    """Whole years on a given day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def add_years(day: dt.date, years: int) -> dt.date:
    """The same day some years away; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def tig_deadline(enforceable_on: dt.date, suspended_days: int) -> dt.date:
    """RULE-TIG-03: 18 months after the decision became enforceable; suspended days do not count."""
    months = enforceable_on.month - 1 + TIG_MONTHS
    first = dt.date(enforceable_on.year + months // 12, months % 12 + 1, 1)
    after = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    last = (after - dt.timedelta(days=1)).day
    day = first.replace(day=min(enforceable_on.day, last))
    return day + dt.timedelta(days=suspended_days)
