"""The answers about coming: when, with what, how one is received, for how much."""

import datetime as dt

from markupsafe import Markup

from app.handout.opening import opening
from app.handout.sheet import Given
from app.handout.words import Words
from models.codes.offer import AdmissionChannel, Cost
from models.offer_kinds import CourseOffer, HousingOffer, JobOffer, TigPost

A = AdmissionChannel
RECEPTION = {
    A.SIAO: "by_accompanying",
    A.EMERGENCY_115: "by_115",
    A.CANDIDATURE_DIRECTE: "by_yourself",
    A.PRESCRIPTION_SPIP: "by_accompanying",
    A.PRESCRIPTION_FT_ML: "by_job_adviser",
    A.MDPH: "by_disability",
    A.DOSSIER_MEDICAL_ARS: "by_doctor",
    A.DECISION_JAP: "by_accompanying",
    A.AFFECTATION_DSPIP: "by_accompanying",
    A.SESSION_INSCRIPTION: "by_session",
    A.SANS_RDV: "by_walking_in",
}


def when(given: Given) -> list[Markup]:
    """The day one is expected, the kind's own times, then the ordinary week."""
    offer, words = given.offer, given.words
    text = offer.opening_hours or offer.site.opening_hours
    lines = _expected(given) + _own_times(given) + opening(given, text)
    return [*(lines or [words("hours_unknown")]), words("late")]


def _expected(given: Given) -> list[Markup]:
    if given.stay is None:
        return []
    first, last = given.stay.starts_on, given.stay.ends_on
    dates = [("expected", first)] if first >= given.on else []
    dates += [("until", last)] if last > max(first, given.on) else []
    return [given.words(key, date=given.words.day(date)) for key, date in dates]


def _own_times(given: Given) -> list[Markup]:
    offer, words = given.offer, given.words
    if isinstance(offer, CourseOffer):
        return _course(words, offer, given.on)
    if isinstance(offer, HousingOffer) and (text := given.sieve.words(offer.entry_hours)):
        return [words("arrival", text=words.french(text.rstrip(".")))]
    if not isinstance(offer, TigPost | JobOffer):
        return []
    days = [words.language.weekdays[list(type(day)).index(day)] for day in offer.days]
    lines = [words("possible_days", days=words.listed(days))] if days else []
    schedule = given.sieve.words(offer.schedule) if isinstance(offer, JobOffer) else None
    said = [words("schedule", text=words.french(schedule.rstrip(".")))] if schedule else []
    return lines + said


def _course(words: Words, offer: CourseOffer, on: dt.date) -> list[Markup]:
    session, length = next(iter(offer.coming(on)), None), offer.duration_days
    lines = [words("next_session", date=words.day(session.on))] if session else []
    if length:
        lines.append(words("length", days=length) if length > 1 else words("length_one"))
    return lines


def bring(given: Given) -> list[Markup]:
    """This sheet, the papers asked for, and what one works in."""
    offer, words = given.offer, given.words
    papers = given.sieve.items(
        [*offer.documents_required, *filter(None, [getattr(offer, "papers_needed", None)])]
    )
    said = list(dict.fromkeys(paper[:1].upper() + paper[1:] for paper in papers))
    lines = [words("this_sheet")] + [words.french(paper) for paper in said]
    if isinstance(offer, TigPost):
        return lines + _at_work(words, offer)
    return lines if said else [*lines, words("bring_ask")]


def _at_work(words: Words, post: TigPost) -> list[Markup]:
    told = {"equipment": post.is_equipment_provided, "meal": post.is_meal_provided}
    known = {name: value for name, value in told.items() if value is not None}
    return [words(f"{name}_{'yes' if value else 'no'}") for name, value in known.items()]


def reception(given: Given) -> list[Markup]:
    """How one gets in, unless the place is already agreed."""
    offer, words = given.offer, given.words
    if given.stay is not None:
        return []
    lines = [words(RECEPTION[offer.admission])]
    if offer.is_interview_required:
        lines.append(words("interview"))
    spoken = given.sieve.items(offer.languages, longest=25)
    if spoken:
        names = [words.french(one) for one in spoken]
        lines.append(words("spoken", languages=words.listed(names)))
    return lines


def cost(given: Given) -> list[Markup]:
    """What the person pays; nothing when nobody said."""
    offer, words = given.offer, given.words
    price = getattr(offer, "price_euros", None)
    if price:
        return [words("price", price=price)]
    fee = offer.cost_details or getattr(offer, "participation_fee", None)
    if offer.cost is Cost.FREE:
        return [words("free")]
    if said := given.sieve.words(fee):
        return [words("paid_text", text=words.french(said.rstrip(".")))]
    return [words("paid")] if offer.cost is Cost.PAID else []
