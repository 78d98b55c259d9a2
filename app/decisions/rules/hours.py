"""Do the hours of the post meet those of the person, of the job and of the deadline?"""

from app.decisions import french, tig_calendar
from app.decisions.entry import first_day
from app.decisions.facts import OfferFacts, PlanFacts
from app.decisions.slots import WEEKEND, Slots, free_slots, job_slots, post_slots
from app.decisions.verdicts import Finding
from models.codes.offer import Band, Family

CLOSE_MISS_DAYS = 30
CLOSE_MISS_SHARE = 0.2


def moments(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """Domain §7, "Employed": someone who works on weekdays needs evening or weekend hours."""
    post, free = post_slots(offer), free_slots(plan)
    if free is None:
        return None
    if post is None:
        return Finding.unknown("jours et horaires à préciser")
    if post & free:
        return Finding.met(f"horaires possibles ({said(post & free)})")
    beside_job = post - job_slots(plan)
    if not beside_job:
        return Finding.unmet(
            f"seulement {said(post)}, pendant l'emploi",
            unlock="demander un créneau le soir ou le samedi",
        )
    return Finding.near(
        f"seulement {said(beside_job)}", unlock="vérifier si la personne peut se libérer"
    )


def said(slots: Slots) -> str:
    """Parts of the week in words: « le samedi », « en soirée », « en journée, la semaine »."""
    days = {day for day, _ in slots}
    if days <= WEEKEND:
        return "le week-end" if len(days) > 1 else f"le {min(days).label}"
    bands = {band for day, band in slots if day not in WEEKEND}
    times = {Band.EVENING: "en soirée", Band.NIGHT: "la nuit"}
    words = [word for band, word in times.items() if band in bands]
    if bands - times.keys():
        words.insert(0, "en journée, la semaine")
    return french.listed([*words, "le week-end"] if days & WEEKEND else words)


def week(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """RULE-TIG-21: job and TIG together stay within the legal week and 12 hours: 47 hours."""
    room = tig_calendar.job_room(plan)
    if plan.family is not Family.TIG or room is None:
        return None
    if room <= 0:
        return Finding.unmet(
            "47 h déjà atteintes avec l'emploi", unlock="réduire les heures d'emploi"
        )
    if offer.hours_per_week_min is not None and offer.hours_per_week_min > room:
        asked = french.number(offer.hours_per_week_min)
        return Finding.unmet(
            f"{asked} h par semaine au moins, {french.number(room)} h possibles avec l'emploi",
            unlock="demander moins d'heures par semaine",
        )
    return Finding.met(f"{french.number(room)} h par semaine possibles avec l'emploi")


def amount(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """The hours to do, between the fewest and the most the host takes on."""
    if not plan.hours or (offer.hours_min is None and offer.hours_max is None):
        return None
    low, high = offer.hours_min or 0, offer.hours_max or plan.hours
    if low <= plan.hours <= high:
        return Finding.met(f"{plan.hours} h acceptées")
    if plan.hours > high:
        sentence, unlock = f"{high} h au plus", "partager les heures entre deux postes"
    else:
        sentence, unlock = f"{low} h au moins", "demander une durée plus courte"
    gap = max(low - plan.hours, plan.hours - high)
    build = Finding.near if gap <= plan.hours * CLOSE_MISS_SHARE else Finding.unmet
    return build(f"{sentence}, pour {plan.hours} h à faire", unlock=unlock)


def deadline(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """RULE-TIG-03: no hour is done after the deadline, so none may start after it."""
    limit = tig_calendar.deadline(plan)
    if plan.family is not Family.TIG or limit is None:
        return None
    if first_day(plan, offer) <= limit:
        return None
    return Finding.unmet(
        f"délai dépassé le {french.day(limit)}", unlock="faire le point avec le juge"
    )


def pace(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """Whether the hours fit in before the deadline at the rhythm of this post: an estimate."""
    if plan.family is not Family.TIG or not plan.hours:
        return None
    laid = tig_calendar.schedule(plan, offer)
    if laid is None:
        return Finding.unknown("rythme à préciser avec la structure")
    if laid.days_late <= 0:
        return Finding.met(laid.sentence)
    build = Finding.near if laid.days_late <= CLOSE_MISS_DAYS else Finding.unmet
    return build(laid.sentence, unlock="demander plus d'heures par semaine")
