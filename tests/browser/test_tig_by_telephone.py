"""The same TIG when the host never signs in: the counsellor writes down what is heard."""

from models.codes.journey import RefusalReason
from tests.browser import journey
from tests.browser.journey import DECISION, TIG, day

SHORT = {name: answer for name, answer in TIG.items() if name != "job_hours_per_week"}
SHORT |= {"hours_ordered": 20, "employment": "UNEMPLOYED"}


def test_a_tig_is_followed_to_its_certificate_by_telephone(house, world):
    title = world.post("Peinture du gymnase").offer.title
    cpip = house.enter(world.counsellor())
    journey.open_file(cpip, SHORT)
    journey.find_hold_send(cpip, title)

    journey.answer_by_telephone(cpip, answer="ACCEPTED", said_by="Mme Perrin")
    cpip.sees("Acceptée", "Mme Perrin")
    journey.confirm(cpip, **DECISION)
    journey.step(cpip, "La personne est arrivée", "La personne est arrivée", on=day(-2))
    for ago, hours in ((2, 12), (1, 8)):
        heard = {"worked_on": day(-ago), "hours": hours}
        journey.step(cpip, "Noter des heures", "Noter ces heures", **heard)
    cpip.press("Valider 20 h")
    journey.step(cpip, "Noter l'attestation de fin", "Enregistrer", on=day())
    executed = {"reason": "COMPLETED", "outcome": "EXECUTE", "on": day()}
    journey.step(cpip, "Clore le placement", "Clore le placement", **executed)

    cpip.sees("Terminé", "TIG exécuté", "20 h validées sur 20 heures")


def test_a_refusal_heard_by_telephone_has_a_reason_and_frees_the_place(house, world):
    counsellor, lot = world.counsellor(), world.post("Tri de la recyclerie")
    orientation = world.request(counsellor, lot)
    cpip = house.enter(counsellor)
    cpip.go(f"/demandes-envoyees/{orientation.id}")

    journey.answer_by_telephone(cpip, answer="REFUSED", said_by="M. Blanc")
    cpip.sees("Choisissez le motif du refus")
    assert cpip.page.locator("[name=said_by]").input_value() == "M. Blanc"
    cpip.fill(reason=RefusalReason.PAS_D_ENCADRANT.value)
    cpip.press("Enregistrer la réponse")

    cpip.sees("Refusée", "Pas d'encadrant disponible", "M. Blanc", "Trouver une autre place")
