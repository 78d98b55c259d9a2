"""What is mistyped, late or expired: a clear sentence, the typed text kept, nothing stored."""

import time

import pytest
from itsdangerous import TimestampSigner, URLSafeTimedSerializer
from sqlalchemy import func, select

from models.person import SupervisedPerson
from tests.browser import journey
from tests.browser.journey import TIG, day


def people(world):
    """How many people are followed."""
    return world.session.scalar(select(func.count()).select_from(SupervisedPerson))


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("hours_ordered", "401", "la mesure compte de 20 à 400 heures"),
        ("birth_date", day(-17 * 365), "PJJ"),
        ("latest_on", day(-1), "La fin doit être après le début"),
        ("radius_km", "10000", "Le rayon doit être un nombre entier de km, de 1 à 200."),
    ],
)
def test_a_file_with_a_mistake_is_not_opened_and_loses_nothing(house, world, name, typed, said):
    cpip, before = house.enter(world.counsellor()), people(world)

    journey.open_file(cpip, TIG | {name: typed})

    cpip.sees(said)
    wrong = cpip.page.locator(f"main [name={name}]")
    assert (wrong.input_value(), wrong.get_attribute("aria-invalid")) == (typed, "true")
    assert cpip.page.locator("[name=last_name]").input_value() == TIG["last_name"]
    assert people(world) == before


def test_an_unknown_commune_suggests_others(house, world):
    cpip, before = house.enter(world.counsellor()), people(world)
    cpip.go("/personnes/nouvelle")

    cpip.fill(**TIG, commune="Vileurbane")
    cpip.press("Ouvrir le dossier")

    cpip.sees("Nous ne connaissons pas la commune", "Vouliez-vous dire", "Villeurbanne")
    assert people(world) == before


def test_a_form_left_open_too_long_gives_back_what_was_typed(house, world):
    cpip, before = house.enter(world.counsellor()), people(world)
    cpip.go("/personnes/nouvelle")
    cpip.fill(**TIG)
    journey.choose_commune(cpip, "Villeurbanne")
    grow_old(cpip, house.app.secret_key)

    cpip.press("Ouvrir le dossier")
    cpip.sees("Ce formulaire est resté ouvert trop longtemps", "Rien n'a été enregistré")
    assert people(world) == before
    cpip.press("Envoyer de nouveau")

    cpip.sees("Le dossier est ouvert", f"{TIG['first_name']} {TIG['last_name'].upper()}")
    assert people(world) == before + 1


class FiveHoursAgo(TimestampSigner):
    """Signs as it was done five hours ago."""

    def get_timestamp(self):
        return int(time.time()) - 5 * 3600


def grow_old(visitor, secret):
    """Replace the form's token by the same one, five hours older."""
    token = visitor.page.locator("main form [name=csrf_token]")
    signer = {"secret_key": secret, "salt": "wtf-csrf-token"}
    known = URLSafeTimedSerializer(**signer).loads(token.input_value())
    old = URLSafeTimedSerializer(**signer, signer=FiveHoursAgo).dumps(known)
    token.evaluate("(field, old) => { field.value = old }", old)


def test_somebody_signed_out_meanwhile_loses_nothing(house, world):
    cpip, before = house.enter(world.counsellor()), people(world)
    cpip.go("/personnes/nouvelle")
    cpip.fill(**TIG)
    journey.choose_commune(cpip, "Villeurbanne")
    cookies = cpip.context.cookies()
    cpip.context.clear_cookies()

    cpip.press("Ouvrir le dossier")

    cpip.sees("Vous n'êtes plus connecté", "Rien n'a été enregistré")
    assert people(world) == before
    # As after signing in again in another tab.
    cpip.context.add_cookies(cookies)
    cpip.press("Envoyer de nouveau")
    cpip.press("Envoyer de nouveau")
    cpip.sees("Le dossier est ouvert", f"{TIG['first_name']} {TIG['last_name'].upper()}")
    assert people(world) == before + 1


def test_the_file_of_another_unit_does_not_exist(house, world):
    request = world.request(world.counsellor(), world.post("Poste d'une autre unité"))
    stranger = house.enter(world.counsellor())

    stranger.go(f"/personnes/{request.person_id}", status=404)
    stranger.go(f"/demandes-envoyees/{request.id}", status=404)

    stranger.never_sees(request.person.last_name)


def test_a_partner_is_not_let_into_the_files(house, world):
    host = house.enter(world.partner(world.post("Poste du partenaire")))

    host.go("/personnes", status=403)

    host.sees("Votre compte ne permet pas de faire cela.")
