"""Stays that go wrong: nobody comes, the host withdraws; place and search are free again."""

from models.codes.claims import ClaimState
from models.codes.journey import PlacementStatus
from tests.browser import journey
from tests.browser.journey import day, on


def test_somebody_who_does_not_come_frees_the_place(house, world):
    counsellor, lot = world.counsellor(), world.post("Accueil de la ludothèque")
    stay = world.stay(counsellor, lot)
    cpip = house.enter(counsellor)
    cpip.go(f"/placements/{stay.id}")

    journey.step(cpip, "N'aura pas lieu", "Clore le placement", reason="NO_SHOW", on=day())

    cpip.sees("Terminé", "La personne ne s'est pas présentée")
    world.session.refresh(stay.orientation.claim)
    assert stay.orientation.claim.state is ClaimState.RELEASED


def test_the_host_tells_an_absence_and_the_counsellor_reads_it(house, world):
    counsellor, lot = world.counsellor(), world.post("Plonge du restaurant solidaire")
    stay = world.stay(counsellor, lot)
    cpip, host = house.enter(counsellor), house.enter(world.partner(lot))
    host.go(f"/accueils/{stay.id}")

    host.press("La personne ne s'est pas présentée : aujourd'hui")
    cpip.go(f"/placements/{stay.id}")

    host.sees("C'est noté")
    cpip.sees("Absence injustifiée")


def test_a_host_who_withdraws_says_why_and_the_counsellor_closes(house, world):
    counsellor, lot = world.counsellor(), world.post("Réparation de vélos")
    stay = world.stay(
        counsellor, lot, status=PlacementStatus.STARTED, started_on=on(-3), starts_on=on(-3)
    )
    cpip, host = house.enter(counsellor), house.enter(world.partner(lot))
    host.go(f"/accueils/{stay.id}")
    host.page.locator("summary", has_text="Mettre fin à l'accueil").click()
    host.press("Mettre fin à l'accueil")
    host.sees("Dites pourquoi en quelques mots")
    host.fill(**{"withdrawal-reason": "L'atelier ferme."})
    host.press("Mettre fin à l'accueil")

    cpip.go(f"/placements/{stay.id}")
    cpip.sees("Suspendu", "L'atelier ferme.")
    closed = {"reason": "HOST_WITHDREW", "outcome": "EXECUTE_PARTIEL", "on": day()}
    journey.step(cpip, "Clore le placement", "Clore le placement", **closed)

    cpip.sees("Terminé", "La structure s'est retirée", "TIG exécuté en partie")
