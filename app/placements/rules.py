"""When a stay may start, end or count hours, with the sentence that says why not; pure."""

import datetime as dt
from collections.abc import Iterable

from app.decisions.references import cite
from app.filters import duration, short_day
from app.hosting.rules import Refused, minutes_validated
from models.codes.follow import MedicalResult
from models.codes.journey import EndReason, Outcome, PlacementStatus
from models.codes.offer import Family
from models.follow import WorkSession
from models.placement import Placement

BEFORE_START = (
    EndReason.NO_SHOW,
    EndReason.UNFIT,
    EndReason.DATE_MOVED,
    EndReason.HOST_WITHDREW,
    EndReason.PERSON_DECLINED,
)
AFTER_START = (
    EndReason.COMPLETED,
    EndReason.INTERRUPTED,
    EndReason.HOST_WITHDREW,
    EndReason.PERSON_DECLINED,
)
OUTCOMES: dict[Family, tuple[Outcome, ...]] = {
    Family.TIG: (
        Outcome.EXECUTE,
        Outcome.EXECUTE_PARTIEL,
        Outcome.INEXECUTION,
        Outcome.INAPTITUDE,
        Outcome.DELAI_EXPIRE,
        Outcome.INCARCERATION,
        Outcome.DECES,
    ),
    Family.LOGEMENT: (
        Outcome.LOGEMENT_AUTONOME_SOCIAL,
        Outcome.LOGEMENT_AUTONOME_PRIVE,
        Outcome.LOGEMENT_ADAPTE,
        Outcome.AUTRE_HEBERGEMENT,
        Outcome.RETOUR_PROCHE,
        Outcome.HOSPITALISATION,
        Outcome.REINCARCERATION,
        Outcome.EXCLUSION,
        Outcome.DEPART_VOLONTAIRE,
        Outcome.RUE_115,
        Outcome.DECES,
        Outcome.INCONNU,
    ),
    Family.EMPLOI_FORMATION: (
        Outcome.EMPLOI_DURABLE,
        Outcome.EMPLOI_TRANSITION,
        Outcome.SORTIE_POSITIVE,
        Outcome.AUTRE_SORTIE,
    ),
    Family.SANTE: (
        Outcome.PREMIER_RDV_HONORE,
        Outcome.SUIVI_ENGAGE,
        Outcome.SUIVI_INTERROMPU,
        Outcome.FIN_DE_SUIVI,
    ),
    Family.STAGE: (Outcome.STAGE_ACCOMPLI, Outcome.STAGE_NON_ACCOMPLI),
}
OTHER_OUTCOMES = (Outcome.AIDE_OBTENUE, Outcome.AIDE_NON_OBTENUE, Outcome.INCONNU)


def check_start(placement: Placement, *, on: dt.date, today: dt.date) -> None:
    """A stay starts on a day that has come, with its supervisor and its medical check."""
    if on > today:
        raise Refused("on", "Ce jour n'est pas encore passé.")
    if placement.hours_ordered is None:
        return
    if not placement.supervisor_name:
        raise Refused(
            "on",
            "La structure doit d'abord nommer la personne qui encadre"
            f" ({cite('supervisor', today)}).",
        )
    if placement.is_medical_due and placement.medical_result is not MedicalResult.FIT:
        raise Refused(
            "on",
            "La visite médicale doit conclure à l'aptitude avant le début"
            f" ({cite('medical', today)}).",
        )


def check_end(
    placement: Placement,
    *,
    reason: EndReason,
    outcome: Outcome | None,
    on: dt.date,
    today: dt.date,
) -> None:
    """An end comes after the start, with an outcome; EXECUTE asks for all hours and their proof."""
    if on > today:
        raise Refused("on", "Ce jour n'est pas encore passé.")
    if placement.status is PlacementStatus.PLANNED:
        return
    if placement.started_on and on < placement.started_on:
        raise Refused("on", f"La fin doit être après le début ({short_day(placement.started_on)}).")
    if outcome is None:
        raise Refused("outcome", "Choisissez l'issue.")
    if outcome is Outcome.EXECUTE:
        check_executed(placement, on=on)


def check_executed(placement: Placement, *, on: dt.date) -> None:
    """RULE-TIG-26: all hours validated, and the host's certificate."""
    left = (placement.hours_ordered or 0) * 60 - minutes_validated(placement)
    if left > 0:
        raise Refused("outcome", f"Il reste {duration(left)} à valider avant « exécuté ».")
    if placement.certificate_on is None:
        raise Refused(
            "outcome",
            f"L'attestation de fin de la structure manque ({cite('certificate', on)}).",
        )


def check_total(placement: Placement, waiting: Iterable[WorkSession]) -> None:
    """Never more hours validated than ordered."""
    ordered = (placement.hours_ordered or 0) * 60
    total = minutes_validated(placement) + sum(one.minutes for one in waiting)
    if total > ordered:
        raise Refused("hours", f"{duration(total - ordered)} dépassent les heures ordonnées.")


def reasons(placement: Placement) -> tuple[EndReason, ...]:
    """The reasons for which this stay can end now."""
    return BEFORE_START if placement.status is PlacementStatus.PLANNED else AFTER_START


def outcomes(family: Family) -> tuple[Outcome, ...]:
    """The outcomes of a family."""
    return OUTCOMES.get(family, OTHER_OUTCOMES)
