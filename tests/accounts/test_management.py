"""What an administrator does with accounts and units, and what nobody else can do."""

import pytest
import sqlalchemy as sa

from models.account import Membership
from models.codes.access import Role
from tests.browsing import words
from tests.factories import (
    AdministratorFactory,
    CounsellorFactory,
    ManagerFactory,
    PartnerFactory,
    UnitFactory,
)


@pytest.fixture
def administrator(session, browse_as):
    return browse_as(AdministratorFactory())


@pytest.mark.parametrize("factory", [CounsellorFactory, ManagerFactory, PartnerFactory])
@pytest.mark.parametrize(
    "endpoint", ["accounts.index", "accounts.units", "accounts.new_invitation"]
)
def test_nobody_else_opens_the_pages_of_accounts(session, browse_as, factory, endpoint):
    browse_as(factory()).get(endpoint, status=403)


def test_nobody_else_changes_an_account(session, browse_as):
    target, counsellor = PartnerFactory(), browse_as(CounsellorFactory())

    for endpoint in ("deactivate", "reactivate", "reset_second_factor", "add_membership", "update"):
        answer = counsellor.post(f"accounts.{endpoint}", account_id=target.id)
        assert answer.status_code == 403

    assert target.active


def test_an_account_is_found_by_words_of_its_name_and_address(administrator, session):
    CounsellorFactory(name="Élodie Lefèvre", email="elodie@exemple.fr")
    CounsellorFactory(name="Paul Durand", email="paul@exemple.fr")

    page = administrator.get("accounts.index", q="lefevre exemple")

    assert "Élodie Lefèvre" in page
    assert "Paul Durand" not in page


def test_percent_and_underscore_are_only_characters(administrator, session):
    CounsellorFactory(name="Paul Durand")

    assert "Aucun compte ne correspond" in administrator.get("accounts.index", q="%_%")


def test_every_account_is_on_one_page_and_one_only(administrator, session):
    for number in range(60):
        CounsellorFactory(name=f"Même Nom {number // 10}")
    names, after = [], None
    while after != "":
        page = administrator.open("GET", "accounts.index", apres=after, q="Même Nom").text
        names += [
            part.split('"')[0] for part in page.split('href="/comptes/')[1:] if part[0].isdigit()
        ]
        after = page.split("apres=")[1].split('"')[0] if "apres=" in page else ""

    assert len(names) == len(set(names)) == 60


def test_a_role_is_added_and_taken_back(administrator, session):
    account, unit = CounsellorFactory(), UnitFactory()

    sent = {"role": "COORDINATOR", "unit_id": unit.id}
    administrator.post("accounts.add_membership", sent, account_id=account.id)
    administrator.post("accounts.add_membership", sent, account_id=account.id)
    added = [m for m in account.memberships if m.role is Role.COORDINATOR]
    assert [m.unit_id for m in added] == [unit.id]

    where = {"account_id": account.id, "membership_id": added[0].id}
    administrator.post("accounts.remove_membership", **where)
    assert [m.role for m in account.memberships] == [Role.CPIP]


def test_a_role_of_somebody_else_is_not_taken_back_through_this_account(administrator, session):
    account, other = CounsellorFactory(), CounsellorFactory()

    where = {"account_id": account.id, "membership_id": other.memberships[0].id}
    answer = administrator.post("accounts.remove_membership", **where)

    assert answer.status_code == 404
    assert session.scalar(sa.select(sa.func.count()).where(Membership.account_id == other.id)) == 1


def test_a_role_without_its_home_is_refused_on_the_same_page(administrator, session):
    account = CounsellorFactory()

    answer = administrator.post(
        "accounts.add_membership", {"role": "PARTNER_TUTOR"}, account_id=account.id
    )

    assert answer.status_code == 422
    assert "Indiquez la structure du partenaire." in words(answer.text)


def test_a_closed_account_is_signed_out_and_may_be_opened_again(administrator, session, browse_as):
    account = PartnerFactory()
    theirs = browse_as(account)

    administrator.post("accounts.deactivate", account_id=account.id)
    assert theirs.open("GET", "accounts.me").location.startswith("/connexion")

    administrator.post("accounts.reactivate", account_id=account.id)
    assert browse_as(account).get("accounts.me")


def test_nobody_closes_nor_demotes_themselves(session, browse_as):
    account = AdministratorFactory()
    browser = browse_as(account)
    where = {"account_id": account.id, "membership_id": account.memberships[0].id}

    assert browser.post("accounts.deactivate", account_id=account.id).status_code == 403
    assert browser.post("accounts.remove_membership", **where).status_code == 403


def test_a_lost_telephone_is_forgotten(administrator, session):
    account = CounsellorFactory(tf_totp_secret="x", mf_recovery_codes=["y"])

    administrator.post("accounts.reset_second_factor", account_id=account.id)

    kept = [account.tf_primary_method, account.tf_totp_secret, account.mf_recovery_codes]
    assert kept == [None] * 3


def test_a_name_is_corrected_and_an_address_stays_unique(administrator, session):
    account, other = PartnerFactory(), PartnerFactory()
    sent = {"name": "Lou Noir", "email": other.email}

    refused = administrator.post("accounts.update", sent, account_id=account.id)
    sent["email"] = "Nouvelle@exemple.fr"
    administrator.post("accounts.update", sent, account_id=account.id)

    assert refused.status_code == 422
    assert "Un autre compte a déjà cette adresse." in words(refused.text)
    assert (account.name, account.email) == ("Lou Noir", "nouvelle@exemple.fr")
