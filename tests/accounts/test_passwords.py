"""A forgotten password is changed by the link in an e-mail, a known one by its page."""

import re

import sqlalchemy as sa

from models.mail import OutgoingMail
from tests.accounts.conftest import PASSWORD, found
from tests.browsing import words

NEW = "Chaise-rouge-17-lampe"


def link_in(mail):
    return found(r"https?://[^/]+(/\S+)", mail.body)


def mails(session, to):
    return session.scalars(
        sa.select(OutgoingMail).where(OutgoingMail.recipient == to).order_by(OutgoingMail.id)
    ).all()


def test_a_forgotten_password_is_changed_by_the_link_received(visitor, partner, session):
    browser = visitor()
    browser.send("/mot-de-passe-oublie", {"email": partner.email})
    link = link_in(mails(session, partner.email)[0])

    answer = browser.send(link, {"password": NEW, "password_confirm": NEW})

    assert answer.location == "/connexion"
    assert visitor().sign_in(partner).status_code == 422
    assert visitor().sign_in(partner, NEW).location == "/"


def test_the_link_is_good_once_and_ends_the_wait(visitor, partner, session):
    for _ in range(6):
        visitor().sign_in(partner, "Faux")
    browser = visitor()
    browser.send("/mot-de-passe-oublie", {"email": partner.email})
    link = link_in(mails(session, partner.email)[0])
    browser.send(link, {"password": NEW, "password_confirm": NEW})

    assert visitor().sign_in(partner, NEW).location == "/"
    again = visitor().send(link, {"password": PASSWORD, "password_confirm": PASSWORD})
    assert again.location == "/mot-de-passe-oublie"
    assert visitor().sign_in(partner, NEW).location == "/"


def test_a_weak_new_password_is_refused_at_its_field(visitor, partner, session):
    visitor().send("/mot-de-passe-oublie", {"email": partner.email})
    link = link_in(mails(session, partner.email)[0])

    answer = visitor().send(link, {"password": "secret", "password_confirm": "secret"})

    assert answer.status_code == 422
    assert "trop simple" in words(answer.text)


def test_an_unknown_address_is_told_the_same_and_receives_nothing(visitor, partner, session):
    known = visitor().send("/mot-de-passe-oublie", {"email": partner.email})
    unknown = visitor().send("/mot-de-passe-oublie", {"email": "personne@exemple.fr"})

    told = "Si cette adresse a un compte, un courriel vient de lui être envoyé"
    assert (known.status_code, unknown.status_code) == (200, 200)
    assert told in words(known.text)
    assert told in words(unknown.text)
    assert mails(session, "personne@exemple.fr") == []


def test_nobody_is_flooded_with_links(visitor, partner, session):
    answers = [visitor().send("/mot-de-passe-oublie", {"email": partner.email}) for _ in range(8)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 3
    assert len(mails(session, partner.email)) == 5


def test_the_email_is_neutral(visitor, partner, session):
    visitor().send("/mot-de-passe-oublie", {"email": partner.email})

    mail = mails(session, partner.email)[0]
    text = f"{mail.subject} {mail.body}".lower()
    assert not re.search(r"spip|justice|probation|pénitentiaire", text)


def test_changing_ones_password_signs_the_other_browsers_out(visitor, partner, session):
    here, elsewhere = visitor(), visitor()
    here.sign_in(partner)
    elsewhere.sign_in(partner)

    answer = here.send(
        "/mon-compte/mot-de-passe",
        {"password": PASSWORD, "new_password": NEW, "new_password_confirm": NEW},
    )

    assert answer.location == "/mon-compte"
    assert here.read("/mon-compte").status_code == 200
    assert elsewhere.read("/mon-compte").location.startswith("/connexion")
    assert len(mails(session, partner.email)) == 1


def test_changing_ones_password_takes_the_present_one(visitor, partner):
    browser = visitor()
    browser.sign_in(partner)

    answer = browser.send(
        "/mon-compte/mot-de-passe",
        {"password": "Faux", "new_password": NEW, "new_password_confirm": NEW},
    )

    assert answer.status_code == 422
    assert "Le mot de passe est incorrect." in words(answer.text)


def test_a_weak_new_password_is_no_wrong_try(visitor, partner):
    browser = visitor()
    browser.sign_in(partner)
    sent = {"password": PASSWORD, "new_password": "court", "new_password_confirm": "court"}

    answers = [browser.send("/mon-compte/mot-de-passe", sent).status_code for _ in range(7)]

    assert answers == [422] * 7
