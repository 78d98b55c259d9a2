"""A bed for somebody who leaves prison: refused here, held there, entered and left."""

from playwright.sync_api import expect

from models.codes.offer import AdmissionChannel, Gender, YesNo
from tests.browser import journey
from tests.browser.journey import BED, day

TAGGED = {"tag_compatible": YesNo.YES, "owner_agreement": YesNo.YES}


def test_a_bed_is_refused_here_held_there_entered_and_left(house, world):
    first = world.bed("Résidence des Canuts", **TAGGED)
    second = world.bed("Foyer de la Doua", lon=4.90, **TAGGED)
    world.bed("Hébergement d'insertion", is_siao_only=True, admission=AdmissionChannel.SIAO)
    women = world.bed("Maison des femmes", **TAGGED)
    women.gender = Gender.WOMEN
    world.commit()
    cpip = house.enter(world.counsellor())
    journey.open_file(cpip, BED)

    look(cpip)
    refused(cpip, house.enter(world.partner(first)))
    accepted_elsewhere(cpip, house.enter(world.partner(second)))
    enter_and_leave(cpip)


def look(cpip):
    """The SIAO bed is shown and cannot be held; that of women is set aside."""
    cpip.sees("milieu fermé", "accord écrit obtenu le")
    cpip.follow("Trouver une place")
    siao = cpip.card("Hébergement d'insertion")
    expect(siao).to_contain_text("SIAO")
    expect(siao.get_by_role("link", name="Réserver une place")).to_have_count(0)
    cpip.page.locator("summary", has_text="Écartées").click()
    expect(cpip.card("Maison des femmes")).to_contain_text("femmes")
    cpip.follow("Hébergement d'insertion")
    cpip.sees("Impossible", "SIAO")
    expect(cpip.button("Réserver une place")).to_have_count(0)
    cpip.follow("Trouver une place")


def refused(cpip, host):
    """The first house says no, with one of its own reasons."""
    journey.hold(cpip, "Résidence des Canuts")
    cpip.press("Envoyer la demande")
    host.go("/demandes")
    host.follow_about("Résidence des Canuts")
    host.never_sees("Fontanel", "Samir", "1991")
    host.press("Refuser la demande")
    host.sees("Choisissez le motif du refus")
    host.fill(**{"refusal-reason": "BRACELET_NON_ACCEPTE"})
    host.press("Refuser la demande")
    cpip.again()
    cpip.sees("Refusée", "Bracelet non accepté")
    cpip.follow("Trouver une autre place")


def accepted_elsewhere(cpip, host):
    """The second is held, its dates move with the release, it says yes."""
    journey.hold(cpip, "Foyer de la Doua")
    cpip.press("Envoyer la demande")
    moved = {"starts_on": day(), "ends_on": day(59)}
    journey.step(cpip, "Déplacer les dates", "Déplacer les dates", **moved)
    cpip.sees("Les dates sont déplacées")
    host.go("/demandes")
    host.follow_about("Foyer de la Doua")
    host.press("Accepter")
    cpip.again()
    journey.confirm(cpip, consent_on=day())


def enter_and_leave(cpip):
    """The person comes in, leaves, and how it ended is kept."""
    journey.step(cpip, "La personne est arrivée", "La personne est arrivée", on=day())
    cpip.sees("En cours")
    left = {"reason": "COMPLETED", "on": day()}
    journey.step(cpip, "Clore le placement", "Clore le placement", **left)
    cpip.sees("Choisissez l'issue")
    cpip.fill(outcome="LOGEMENT_AUTONOME_SOCIAL")
    cpip.press("Clore le placement")
    cpip.sees("Terminé", "Logement autonome, parc social", "Dates déplacées", "Acceptée")
