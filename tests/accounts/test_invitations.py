"""An invitation opens one account, once, within eight days."""

import datetime as dt
import re

import pytest
import sqlalchemy as sa

from models.account import Account, Invitation
from models.base import now
from models.codes.access import Role
from models.mail import OutgoingMail
from tests.accounts.conftest import PASSWORD, found
from tests.browsing import words
from tests.factories import AdministratorFactory, OrganizationFactory, PartnerFactory, UnitFactory

GUEST = {"email": "Guest@Exemple.fr", "name": "Noa Petit"}
CHOSEN = {"password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def administrator(session, browse_as):
    return browse_as(AdministratorFactory())


@pytest.fixture
def invited(administrator, session):
    """The address of the page behind an invitation just sent."""
    unit = UnitFactory()
    administrator.post("accounts.invite", {**GUEST, "role": "CPIP", "unit_id": unit.id})
    mail = session.scalars(sa.select(OutgoingMail)).one()
    return found(r"https?://[^/]+(/\S+)", mail.body)


def test_the_guest_chooses_a_password_and_signs_in(invited, visitor, session):
    browser = visitor()

    assert "Bonjour Noa Petit" in words(browser.read(invited).text)
    browser.send(invited, CHOSEN)

    account = session.scalars(sa.select(Account).where(Account.email == "guest@exemple.fr")).one()
    assert [m.role for m in account.memberships] == [Role.CPIP]
    assert visitor().sign_in(account).status_code == 302


def test_the_link_is_good_once(invited, visitor, session):
    visitor().send(invited, CHOSEN)

    again = visitor().send(invited, {"password": "Autre-phrase-42-x", "again": "Autre-phrase-42-x"})

    assert again.status_code == 410
    assert "Ce lien n'est plus valable" in words(again.text)
    assert (
        session.scalar(sa.select(sa.func.count()).where(Account.email == "guest@exemple.fr")) == 1
    )


def test_the_link_ends_after_eight_days(invited, visitor, session):
    invitation = session.scalars(sa.select(Invitation)).one()
    assert invitation.expires_at - now() > dt.timedelta(days=7, hours=23)
    invitation.expires_at = now() - dt.timedelta(seconds=1)

    assert visitor().read(invited).status_code == 410
    assert visitor().send(invited, CHOSEN).status_code == 410


def test_a_second_invitation_ends_the_first(invited, administrator, visitor, session):
    unit = UnitFactory()
    administrator.post("accounts.invite", {**GUEST, "role": "CPIP", "unit_id": unit.id})

    assert visitor().read(invited).status_code == 410
    assert session.scalar(sa.select(sa.func.count()).select_from(Invitation)) == 1


def test_only_a_digest_of_the_link_is_kept(invited, session):
    token = invited.rsplit("/", 1)[1]

    assert token not in session.scalars(sa.select(Invitation)).one().token_digest


def test_a_made_up_link_opens_nothing(visitor):
    assert visitor().read("/invitation/abc").status_code == 410
    assert visitor().send("/invitation/abc", CHOSEN).status_code == 410


def test_a_weak_password_is_refused_and_the_link_stays_good(invited, visitor):
    browser = visitor()

    answer = browser.send(invited, {"password": "secret", "again": "secret"})

    assert answer.status_code == 422
    assert "trop simple" in words(answer.text)
    assert browser.send(invited, CHOSEN).location == "/connexion"


def test_the_email_is_neutral(invited, session):
    mail = session.scalars(sa.select(OutgoingMail)).one()

    assert mail.recipient == "guest@exemple.fr"
    assert not re.search(r"spip|justice|cpip", f"{mail.subject} {mail.body}".lower())


def test_a_partner_is_invited_with_the_exact_name_of_the_structure(administrator, session):
    organization = OrganizationFactory(legal_name="Régie de quartier")

    administrator.post(
        "accounts.invite",
        {**GUEST, "role": "PARTNER_MANAGER", "organization": "régie de quartier"},
    )

    assert session.scalars(sa.select(Invitation)).one().organization_id == organization.id


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"role": ""}, "Choisissez un rôle."),
        ({"role": "ROI"}, "Choisissez"),
        ({"role": "CPIP"}, "Choisissez l'unité"),
        ({"role": "PARTNER_TUTOR"}, "Indiquez la structure"),
        ({"role": "PARTNER_TUTOR", "organization": "Nulle part"}, "Choisissez une structure"),
        ({"role": "ADMINISTRATOR", "email": "sans arobase"}, "Écrivez une adresse complète"),
        ({"role": "ADMINISTRATOR", "name": ""}, "Indiquez un nom."),
        ({"role": "ADMINISTRATOR", "name": "a\x00b"}, "caractère invisible"),
        ({"role": "CPIP", "unit_id": "999999999"}, "Unité"),
    ],
)
def test_a_wrong_invitation_is_refused_and_keeps_what_was_typed(
    administrator, session, sent, sentence
):
    answer = administrator.post("accounts.invite", {**GUEST, **sent})

    assert answer.status_code == 422
    assert sentence in words(answer.text)
    assert sent.get("email", "guest@exemple.fr").lower() in answer.text.lower()
    assert session.scalars(sa.select(Invitation)).all() == []


def test_who_has_an_account_is_not_invited_again(administrator, session):
    partner = PartnerFactory()

    answer = administrator.post(
        "accounts.invite", {"email": partner.email, "name": "X", "role": "ADMINISTRATOR"}
    )

    assert answer.status_code == 422
    assert "a déjà un compte" in words(answer.text)
