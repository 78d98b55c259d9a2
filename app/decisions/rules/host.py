"""May this host receive a TIG: accreditation, experiment, listing, another DSPIP's agreement?"""

import datetime as dt

from app.decisions import french, tig_calendar
from app.decisions.entry import first_day
from app.decisions.facts import Accreditation, OfferFacts, PlanFacts
from app.decisions.references import mission_company_departements
from app.decisions.verdicts import Finding
from models.codes.offer import Family
from models.codes.organization import LegalForm
from models.codes.tig import ListingStatus

DAY = dt.timedelta(days=1)


def accreditation(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """RULE-TIG-13, 14: none for a public body; else one that covers every day of execution."""
    if plan.family is not Family.TIG:
        return None
    if offer.legal_form is not None and offer.legal_form.is_public_body:
        return Finding.met("organisme public, sans habilitation à demander")
    starts_on, ends_on = execution(plan, offer)
    covered = covered_until(offer, starts_on)
    if covered is not None and covered >= ends_on:
        return Finding.met(f"habilitation valable jusqu'au {french.day(covered)}")
    if covered is not None:
        return Finding.near(
            f"habilitation jusqu'au {french.day(covered)}, fin estimée le {french.day(ends_on)}",
            unlock="faire décider le renouvellement de l'habilitation",
        )
    if offer.legal_form in (None, LegalForm.ETAB_SANTE):
        return Finding.unknown("habilitation à vérifier", unlock="préciser le statut juridique")
    return Finding.unmet(
        f"sans habilitation au {french.day(starts_on)}", unlock="demander l'habilitation au DSPIP"
    )


def execution(plan: PlanFacts, offer: OfferFacts) -> tuple[dt.date, dt.date]:
    """First and last day of execution: as estimated, else until the deadline, else the window."""
    laid = tig_calendar.schedule(plan, offer)
    if laid is not None:
        return laid.starts_on, laid.ends_on
    starts_on = first_day(plan, offer)
    return starts_on, max(starts_on, plan.latest, tig_calendar.deadline(plan) or plan.latest)


def covered_until(offer: OfferFacts, day: dt.date) -> dt.date | None:
    """The last day covered without a gap from a given day; None when that day is not covered."""
    last = None
    for period in sorted(periods_here(offer), key=lambda one: (one.starts_on, one.ends_on)):
        reached = day if last is None else last + DAY
        if period.starts_on <= reached <= period.ends_on:
            last = period.ends_on
    return last


def periods_here(offer: OfferFacts) -> list[Accreditation]:
    """The accreditations that hold in the post's département, national ones included."""
    here = (None, offer.departement)
    return [period for period in offer.accreditations if period.departement in here]


def legal_form(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """CPEN R623-2, RULE-TIG-30: a company never; a société à mission in 20 départements."""
    if plan.family is not Family.TIG:
        return None
    if offer.legal_form is LegalForm.ENTREPRISE:
        return Finding.unmet("une entreprise ordinaire ne peut pas accueillir de TIG")
    if offer.legal_form is not LegalForm.SOCIETE_MISSION:
        return None
    if offer.departement in mission_company_departements(plan.earliest):
        return Finding.met("société à mission, département de l'expérimentation")
    return Finding.unmet("société à mission, hors des départements de l'expérimentation")


def listing(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """RULE-TIG-16, 17: the post is on the list and not suspended."""
    if plan.family is not Family.TIG:
        return None
    if offer.listing is ListingStatus.LISTED:
        return Finding.met("poste inscrit sur la liste")
    if offer.listing is None:
        return Finding.unknown("inscription du poste à vérifier")
    if offer.listing is ListingStatus.SUSPENDED:
        return Finding.unmet("poste suspendu", unlock="attendre la levée de la suspension")
    return Finding.unmet(
        f"poste non inscrit ({offer.listing.label.lower()})",
        unlock="demander son inscription au référent TIG",
    )


def other_departement(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """RULE-TIG-18: a post of another département's list needs the agreement of that DSPIP."""
    if plan.family is not Family.TIG or offer.departement == plan.departement:
        return None
    if offer.has_other_dspip_agreement:
        return Finding.met(f"accord du DSPIP ({offer.departement}) reçu")
    return Finding.near(
        f"poste d'un autre département ({offer.departement}), accord manquant",
        unlock=f"demander l'accord du DSPIP ({offer.departement})",
    )
