"""What a line of a free spreadsheet offers, when its columns say what kind of place it is."""

import datetime as dt
import re
from dataclasses import replace

from exchange.readers.told import Told
from exchange.rows import Offer
from exchange.values import answers, dates, text
from exchange.values.kinds import default_kind, family_of, kind_of
from exchange.values.text import folded
from exchange.values.wrong import Wrong
from models.base import Code
from models.codes.offer import Cost, Family, Gender

ZONE = re.compile(r"\d{2}|2[AB]|9[78]\d|\d{5}|2[AB]\d{3}|\d{9}|france", re.IGNORECASE)
OLDEST = 120
PLAIN = frozenset({"", *(folded(cost.label) for cost in Cost)})


def offers(told: Told, changed: dt.date | None) -> tuple[Offer, ...]:
    """One offer, or none when no column says a family or a kind."""
    family = told.take("family", family_of)
    found = _kind(told, family)
    if found is None:
        return ()
    family, kind = found
    title = told.take("title", text.line) or kind.label
    made = Offer(
        external_id=_key(kind, title),
        family=family,
        kind=kind,
        title=title,
        description=told.take("offer_description", text.prose),
        is_remote=told.take("remote", answers.yes_or_no) or False,
        updated_on=changed,
    )
    offer = _with_figures(_on_terms(made, told), told)
    _refuse_impossible(told, offer)
    return (offer,)


def _on_terms(made: Offer, told: Told) -> Offer:
    """What it costs, and how one gets in."""
    price = told.take("cost", str) or ""
    return replace(
        made,
        cost=answers.cost(price) if price else Cost.UNKNOWN,
        cost_details=price if folded(price) not in PLAIN else None,
        languages=told.take("languages", answers.several) or (),
        zone_eligibility=told.spare("zone", _zone) or (),
        admission=told.spare("admission", answers.admission),
        admission_details=_conditions(told),
        gender=_gender(told),
    )


def _with_figures(made: Offer, told: Told) -> Offer:
    """Ages and places."""
    return replace(
        made,
        age_min=told.take("age_min", _age),
        age_max=told.take("age_max", _age),
        places=told.take("places", dates.count),
        free=told.take("free", dates.count),
    )


def _kind(told: Told, family: Family | None) -> tuple[Family, Code] | None:
    if told.text("kind"):
        return told.take("kind", lambda name: kind_of(name, family))
    if family is None:
        return None
    return told.take("family", lambda _: (family, default_kind(family)))


def _key(kind: Code, title: str) -> str:
    """Stable from one file to the next: the kind, and the name when it has one of its own."""
    return kind.value if title == kind.label else f"{kind.value}:{folded(title)}"[:200]


def _gender(told: Told) -> Gender | None:
    """Its own column, else a column about the public that speaks of nothing else."""
    if told.text("gender"):
        return told.take("gender", answers.gender)
    try:
        return answers.gender(told.text("audience"))
    except Wrong:
        return None


def _conditions(told: Told) -> str | None:
    """What is said of the public and of how to get in, as it was written."""
    said = [told.take("conditions", str), told.take("audience", str)]
    known = told.spare("admission", answers.admission) if told.text("admission") else None
    said += [] if known else [told.text("admission")]
    return "\n".join(filter(None, said))[: text.MOST_PROSE] or None


def _zone(told: str) -> tuple[str, ...]:
    """Codes of communes, départements or intercommunalités, or France."""
    parts = answers.several(told)
    wrong = [part for part in parts if not ZONE.fullmatch(part)]
    if wrong:
        raise Wrong(f"« {wrong[0][:60]} » : écrivez des codes, comme 69, 69123 ou France.")
    return tuple("france" if part.lower() == "france" else part.upper() for part in parts)


def _age(told: str) -> int:
    """« 18 », « 18 ans »."""
    years = dates.count(re.sub(r"\s*ans?\s*$", "", told, flags=re.IGNORECASE))
    if years > OLDEST:
        raise Wrong("Un âge va de 0 à 120 ans.")
    return years


def _refuse_impossible(told: Told, offer: Offer) -> None:
    """Figures that contradict each other."""
    if offer.age_min and offer.age_max and offer.age_min > offer.age_max:
        told.refuse("age_max", Wrong("L'âge maximum est inférieur à l'âge minimum."))
    if offer.free and offer.places is not None and offer.free > offer.places:
        told.refuse("free", Wrong("Il y a plus de places libres que de places."))
