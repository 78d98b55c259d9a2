"""What to fill next in an offer, after the score of data·inclusion; each a link to its field."""

from flask import url_for

from app.directory.completeness.gaps import Gap, Gaps
from app.directory.completeness.scoring import Told, mean, score
from app.directory.page import OfferPage
from models.base import today
from models.codes.offer import Family
from models.offer import Offer
from models.offer_kinds import TigPost

AS_DATA_INCLUSION = "Selon les critères de qualité de data·inclusion."
ADVICE: dict[str, tuple[str, str]] = {
    "adresse_bien_definie": ("Écrire l'adresse du site", "site#address"),
    "modes_mobilisation_bien_definis": ("Dire comment y entrer", "offer#admission"),
    "au_moins_un_public": ("Dire qui est accueilli", "audience#gender"),
    "au_moins_une_thematique": ("Dire de quelle sorte d'offre il s'agit", "offer#title"),
    "au_moins_un_moyen_de_contact": ("Écrire un téléphone ou un courriel", "offer#phone"),
    "courriel_bien_defini": ("Écrire le courriel", "offer#email"),
    "date_maj_recente": ("Confirmer ou mettre à jour la fiche (plus de six mois)", "fiche"),
    "frais_bien_definis": ("Dire ce que cela coûte, et combien si c'est payant", "offer#cost"),
    "description_bien_definie": ("Décrire l'offre, de 200 à 2 000 caractères", "offer#description"),
    "telephone_bien_defini": ("Écrire le téléphone", "offer#phone"),
}


def of_offer(shown: OfferPage) -> Gaps:
    """The score of data·inclusion (interop §1), the worst criteria first."""
    results = score(told(shown), today())
    worst = sorted((value, name) for name, value in results.items() if value is not None)
    unmet = [
        Gap(ADVICE[name][0], _place(shown.offer, name), partly=value > 0)
        for value, name in worst
        if value < 1
    ]
    return Gaps(round(mean(results) * 100), AS_DATA_INCLUSION, tuple(unmet))


def told(shown: OfferPage) -> Told:
    """What the offer, its site and its organization say together."""
    offer, site = shown.offer, shown.offer.site
    words = [offer.description]
    if isinstance(offer, TigPost):
        words += [offer.nature_of_work, offer.execution_terms]
    return Told(
        family=offer.family,
        admission=offer.admission,
        description="\n".join(filter(None, words)),
        phone=next((number for _, number in shown.calls), None),
        email=next(iter(shown.emails), None),
        address=site.address,
        is_confidential=site.is_confidential,
        is_remote=offer.is_remote,
        has_public=bool(shown.for_whom or shown.audience.publics),
        cost=offer.cost,
        cost_details=offer.cost_details,
        updated_on=max(filter(None, (offer.modified_at, offer.verified_at))).date(),
    )


def _place(offer: Offer, name: str) -> str:
    """The form and the field that fill it; a TIG post is described by its work."""
    page, _, field = ADVICE[name][1].partition("#")
    if name == "description_bien_definie" and offer.family is Family.TIG:
        field = "nature_of_work"
    urls = {
        "offer": url_for("directory.edit_offer", offer_id=offer.id),
        "audience": url_for("directory.edit_audience", offer_id=offer.id),
        "site": url_for("directory.edit_site", site_id=offer.site_id),
        "fiche": url_for("directory.show", offer_id=offer.id),
    }
    return f"{urls[page]}#{field or page}"
