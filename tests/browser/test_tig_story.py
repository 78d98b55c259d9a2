"""A TIG from nothing to its certificate: counsellor and host, each at their own browser."""

import re

from playwright.sync_api import expect

from models.codes.offer import Band, ContactFlag, Weekday
from models.codes.tig import RiskFlag
from tests.browser import journey
from tests.browser.journey import DECISION, TIG, day

WEEKEND = {"days": [Weekday.SAT, Weekday.SUN], "bands": [Band.WEEKEND]}


def test_a_tig_goes_from_nothing_to_its_certificate(house, world):
    far = {"lon": 4.95, "lat": 45.77, "risk_flags": [RiskFlag.NIGHT]}
    post = world.post("Entretien du parc de la Feyssine", **far, **WEEKEND)
    world.post("Animation du centre de loisirs", contact_flags=[ContactFlag.MINORS], **WEEKEND)
    world.post("Classement des archives", lon=4.55, lat=45.75, **WEEKEND)
    cpip = house.enter(world.counsellor(), draws=True)
    partner = world.partner(post)
    host = house.enter(partner)

    journey.open_file(cpip, TIG)
    find(cpip, post.offer.title)
    ask(cpip, post.offer.title)
    accept(host, post.offer.title)
    confirm(cpip)
    read_who_comes(host, lambda: world.letter_to(partner))
    work(cpip, host)
    close(cpip, host)


def find(cpip, title):
    """List and map together, each place with what decides."""
    cpip.sees("Le dossier est ouvert", "105 heures", "Contact avec des mineurs")
    cpip.follow("Trouver une place")
    card = cpip.card(title)
    for words in ("km", "en bus", "= 1 libre", "fin estimée", "délai de 18 mois"):
        expect(card).to_contain_text(words)
    expect(card.locator(".freshness")).to_contain_text("confirmé")
    cpip.sees("Presque (", "Écartées (")
    expect(cpip.card("Classement des archives")).to_contain_text("élargir")
    cpip.page.locator("summary", has_text="Écartées").click()
    expect(cpip.card("Animation du centre de loisirs")).to_contain_text("mineurs")
    cpip.check()


def ask(cpip, title):
    """Hold the place, send the request."""
    journey.hold(cpip, title)
    cpip.sees("La place est réservée pendant 7 jours", "Place réservée, demande à envoyer")
    cpip.press("Envoyer la demande")
    cpip.sees("La demande est envoyée")


def accept(host, title):
    """The partner reads what is asked, neither who nor why."""
    host.go("/demandes")
    host.follow_about(title)
    host.sees("Ce qui est demandé", "105 heures")
    host.never_sees("Fontanel", "Samir", "1991", "Délit", "Contact avec des mineurs")
    host.press("Accepter")
    host.sees("Vous avez accepté")


def confirm(cpip):
    """Consent, signatory, supervisor; the medical check is due, and is written first."""
    cpip.again()
    journey.confirm(cpip, **DECISION)
    cpip.sees("À venir", "à faire avant le début", "Directeur du SPIP", "Dominique Roux")
    journey.step(cpip, "La personne est arrivée", "La personne est arrivée", on=day())
    cpip.sees("La visite médicale doit conclure à l'aptitude")
    cpip.follow("Revenir sans rien changer")
    journey.step(cpip, "Noter la visite médicale", "Enregistrer", result="FIT", on=day())
    cpip.sees("Apte")


def read_who_comes(host, letter):
    """The identity is disclosed to the host now, behind a code sent by e-mail."""
    host.again()
    host.follow("Ouvrir l'accueil")
    host.follow("Voir qui vous accueillez")
    host.never_sees("Fontanel", "FONTANEL")
    host.press("Recevoir un code")
    host.fill(code=re.findall(r"\d{6}", letter())[0])
    host.press("Ouvrir")
    host.sees("FONTANEL", "Samir", "Votre interlocuteur")
    host.never_sees("Délit", "1991")
    host.follow("Revenir à l'accueil")


def work(cpip, host):
    """The person starts, the host enters hours, the counsellor validates them."""
    journey.step(cpip, "La personne est arrivée", "La personne est arrivée", on=day(-10))
    host.again()
    journey.enter_hours(host, dict.fromkeys(range(10, 2, -1), 12) | {1: 9})
    host.sees("105 h notées sur 105 heures")
    cpip.again()
    cpip.press("Valider 105 h")
    cpip.sees("105 h validées")


def close(cpip, host):
    """The certificate closes the stay as executed; the timeline tells all of it."""
    host.again()
    host.fill(**{"certificate-on": day()})
    host.press("Délivrer l'attestation")
    cpip.again()
    executed = {"reason": "COMPLETED", "outcome": "EXECUTE", "on": day()}
    journey.step(cpip, "Clore le placement", "Clore le placement", **executed)
    cpip.sees("Terminé", "TIG exécuté")
    for move in ("Place réservée", "Demande envoyée", "Acceptée", "Confirmée", "En cours"):
        expect(cpip.page.get_by_role("list", name="Historique du placement")).to_contain_text(move)
