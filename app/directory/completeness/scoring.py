"""The quality score of data·inclusion, criterion by criterion, for an offer of ours; pure.

Its own functions judge (interop §1, `score_qualite`); here is only what an offer tells them.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import pendulum
from data_inclusion.schema.v1 import Frais, ModeAccueil, ModeMobilisation, Service
from data_inclusion.schema.v1.modes_mobilisation import PersonneMobilisatrice
from data_inclusion.schema.v1.score_qualite import CRITERES, description_bien_definie

from models.codes.offer import AdmissionChannel as By
from models.codes.offer import Cost, Family

# As pendulum counts the months of a duration.
SIX_MONTHS_DAYS = pendulum.duration(months=6).in_days()
A_DAY = dt.timedelta(days=1)
COME, CALL, WRITE = (
    ModeMobilisation.SE_PRESENTER,
    ModeMobilisation.TELEPHONER,
    ModeMobilisation.ENVOYER_UN_COURRIEL,
)
# How one asks; the others are asked by telephone and by e-mail.
ASKED: dict[By, set[ModeMobilisation]] = {By.SANS_RDV: {COME}, By.EMERGENCY_115: {CALL}}
BY_ONESELF = frozenset({By.SANS_RDV, By.EMERGENCY_115, By.CANDIDATURE_DIRECTE})
FEES = {Cost.FREE: Frais.GRATUIT, Cost.PAID: Frais.PAYANT, Cost.UNKNOWN: None}
# Work of general interest has no theme there, and nobody pays for it.
NOT_FOR_TIG = frozenset({"au_moins_une_thematique", "frais_bien_definis"})
LONGEST = 10_000


@dataclass(frozen=True, kw_only=True)
class Told:
    """What an offer and those above it say, as far as the score looks at it."""

    family: Family
    admission: By
    description: str
    phone: str | None
    email: str | None
    address: str | None
    # A confidential address is not a missing one.
    is_confidential: bool
    is_remote: bool
    has_public: bool
    cost: Cost
    cost_details: str | None
    updated_on: dt.date


def score(told: Told, today: dt.date) -> dict[str, float | None]:
    """Each criterion from 0 to 1; None where it does not apply."""
    service = _service(told, today)
    # An empty description is more than its judge can read.
    judges = [one for one in CRITERES if told.description or one is not description_bien_definie]
    results = {judge.__name__: judge(service) for judge in judges}
    results.setdefault(description_bien_definie.__name__, 0.0)
    if told.family is Family.TIG:
        results |= dict.fromkeys(NOT_FOR_TIG)
    return results


def mean(results: Mapping[str, float | None]) -> float:
    """Of the criteria that apply."""
    known = [value for value in results.values() if value is not None]
    return sum(known) / len(known)


def _service(told: Told, today: dt.date) -> Service:
    asked = ASKED.get(told.admission, {CALL, WRITE})
    place = {ModeAccueil.A_DISTANCE if told.is_remote else ModeAccueil.EN_PRESENTIEL}
    if told.is_confidential:
        asked, place = asked - {COME} or {CALL}, set()
    people = {PersonneMobilisatrice.PROFESSIONNELS}
    if told.admission in BY_ONESELF:
        people.add(PersonneMobilisatrice.USAGERS)
    return Service.model_construct(
        source="maillage",
        modes_accueil=place,
        modes_mobilisation=asked,
        mobilisable_par=people,
        adresse=told.address,
        telephone=told.phone,
        courriel=told.email,
        lien_mobilisation=None,
        publics={"tous-publics"} if told.has_public else None,
        thematiques={told.family.value},
        frais=FEES[told.cost],
        frais_precisions=told.cost_details,
        description=told.description[:LONGEST],
        date_maj=_updated(told.updated_on, today),
    )


def _updated(day: dt.date, today: dt.date) -> dt.date:
    """On the day it is exactly six months old, the score of data·inclusion falls to 0 by mistake.

    Its two comparisons are strict; we count that day as the one before.
    """
    return day + A_DAY if (today - day).days == SIX_MONTHS_DAYS else day
