"""Requests that come to nothing: cancelled, declined, expired, moved; each side reads why."""

import datetime as dt

import pytest

from app.claims.jobs import expire_holds
from app.filters import short_day
from app.placements.jobs import close_lapsed_requests
from models.base import now
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus, RefusalReason
from tests.browser import journey
from tests.browser.journey import day, on


@pytest.mark.parametrize("reason", [RefusalReason.DECISION_DEFAVORABLE, RefusalReason.TROP_LOIN])
def test_the_counsellor_or_the_person_gives_up_and_the_place_is_free(house, world, reason):
    counsellor, lot = world.counsellor(), world.post(f"Distribution de repas {reason.value}")
    orientation = world.request(counsellor, lot)
    cpip = house.enter(counsellor)
    host = house.enter(world.partner(lot))
    cpip.go(f"/demandes-envoyees/{orientation.id}")

    journey.step(cpip, "Annuler la demande", "Annuler la demande", reason=reason.value)
    host.go(f"/demandes/{orientation.id}")

    cpip.sees("Annulée", reason.label, "Trouver une autre place")
    host.sees("Annulée")
    world.session.refresh(orientation.claim)
    assert orientation.claim.state is ClaimState.RELEASED


def test_dates_move_and_the_host_reads_the_new_ones(house, world):
    counsellor, lot = world.counsellor(), world.post("Entretien du cimetière")
    orientation = world.request(counsellor, lot)
    cpip = house.enter(counsellor)
    host = house.enter(world.partner(lot))
    cpip.go(f"/demandes-envoyees/{orientation.id}")

    wrong = {"starts_on": day(30), "ends_on": day(20)}
    journey.step(cpip, "Déplacer les dates", "Déplacer les dates", **wrong)
    cpip.sees("La fin doit être après le début")
    assert cpip.page.locator("[name=starts_on]").input_value() == day(30)
    cpip.fill(ends_on=day(90))
    cpip.press("Déplacer les dates")
    host.go(f"/demandes/{orientation.id}")

    cpip.sees("Les dates sont déplacées", "Dates déplacées")
    host.sees(short_day(on(90)))


def test_dates_already_promised_to_somebody_else_are_refused(house, world):
    counsellor, lot = world.counsellor(), world.post("Petit bricolage")
    first = world.request(counsellor, lot)
    world.request(counsellor, lot, starts_on=on(200), ends_on=on(230))
    cpip = house.enter(counsellor)
    cpip.go(f"/demandes-envoyees/{first.id}")

    journey.step(cpip, "Déplacer les dates", "Déplacer les dates", ends_on=day(210))

    cpip.sees("Cette place n'est plus libre à ces dates. Rien n'a été enregistré.")
    assert cpip.page.locator("[name=ends_on]").input_value() == day(210)


def test_a_hold_that_lapses_closes_the_request_and_tells_both_sides(house, world, run_job):
    counsellor, lot = world.counsellor(), world.post("Inventaire de la médiathèque")
    partner, orientation = world.partner(lot), world.request(counsellor, lot)
    orientation.claim.expires_at = now() - dt.timedelta(minutes=1)
    world.commit()

    run_job(expire_holds)
    run_job(close_lapsed_requests)
    cpip, host = house.enter(counsellor), house.enter(partner)
    cpip.go(f"/demandes-envoyees/{orientation.id}")
    host.go(f"/demandes/{orientation.id}")

    cpip.sees("Expirée", "la réservation est arrivée à son terme", "Trouver une autre place")
    host.sees("Expirée")
    for account in (counsellor, partner):
        assert "arrivée à son terme sans confirmation" in world.letter_to(account)


def test_a_partner_who_answers_too_late_reads_why(house, world):
    counsellor, lot = world.counsellor(), world.post("Archives du conservatoire")
    partner, orientation = world.partner(lot), world.request(counsellor, lot)
    host, cpip = house.enter(partner), house.enter(counsellor)
    host.go(f"/demandes/{orientation.id}")
    cpip.go(f"/demandes-envoyees/{orientation.id}")
    journey.step(cpip, "Annuler la demande", "Annuler la demande", reason="SOLUTION_TROUVEE")

    host.press("Accepter")

    host.sees("Annulée")
    world.session.refresh(orientation)
    assert orientation.status is OrientationStatus.CANCELLED
