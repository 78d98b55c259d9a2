"""What the administrator watches: accounts, jobs, and the journal of what was done to accounts."""

import pytest
import sqlalchemy as sa

from tests.factories import (
    AdministratorFactory,
    CoordinatorFactory,
    CounsellorFactory,
    ManagerFactory,
    NationalReaderFactory,
    PartnerFactory,
    UnitFactory,
)

JOURNAL = "SELECT reason, subject_kind FROM audit.of_accounts(NULL, NULL, 100)"
JOB = (
    "INSERT INTO jobs.procrastinate_jobs (queue_name, task_name, status, args)"
    " VALUES ('default', 'app.mail.jobs.deliver',"
    " CAST(:status AS procrastinate_job_status), '[69123]')"
)


@pytest.fixture
def administrator(session, browse_as):
    return browse_as(AdministratorFactory(name="Ada Admin"))


def entry(session, kind, reason, operation="MODIFY"):
    session.execute(
        sa.text(
            "INSERT INTO audit.entry (id, recorded_at, operation, subject_kind, reason)"
            " VALUES (gen_random_uuid(), now(), :operation, :kind, :reason)"
        ),
        {"operation": operation, "kind": kind, "reason": reason},
    )


def read_as(connection, account):
    """What the journal's function gives to an account, in SQL, as the web role."""
    connection.exec_driver_sql("SET LOCAL ROLE maillage_web")
    told = sa.text("SELECT set_config('app.account_id', :id, true)")
    connection.execute(told, {"id": str(account.id) if account else ""})
    found = connection.execute(sa.text(JOURNAL)).all()
    connection.exec_driver_sql("RESET ROLE")
    return found


def test_the_administrator_starts_from_figures_and_jobs(session, administrator):
    session.execute(sa.text("SET LOCAL search_path = jobs, public"))
    for status in ("todo", "failed"):
        session.execute(sa.text(JOB), {"status": status})

    assert administrator.open("GET", "home.index").location == "/administration"
    page = administrator.get("accounts.overview")

    assert "Comptes actifs" in page
    assert "Envoi des courriels jamais 0 1 " in page
    assert "69123" not in page


def test_the_journal_says_who_did_what_to_which_account(session, administrator):
    account, unit = CounsellorFactory(name="Paul Durand"), UnitFactory(name="Antenne de Bron")
    sent = {"role": "COORDINATOR", "unit_id": unit.id}

    administrator.post("accounts.add_membership", sent, account_id=account.id)
    administrator.post("accounts.deactivate", account_id=account.id)
    page = administrator.get("accounts.journal")

    what = "Ada Admin Rôle donné : Coordination partenariale, Antenne de Bron Paul Durand"
    assert what in page
    assert "Ada Admin Compte désactivé Paul Durand" in page


def test_a_sign_in_that_is_refused_is_kept_without_what_was_typed(visitor, administrator, session):
    account = PartnerFactory(name="Lou Noir")
    session.commit()

    visitor().sign_in(account, "Faux mot de passe")
    page = administrator.get("accounts.journal")

    assert "Mot de passe ou code refusé" in page
    assert "Faux mot de passe" not in page


def test_cases_are_never_read_through_the_journal(session, connection):
    for kind in ("supervised_person", "orientation", "unit", "network"):
        entry(session, kind, f"dossier {kind}")
    entry(session, "account", "Connexion du matin", "SIGN_IN")
    entry(session, "account", "Rôle donné")

    found = read_as(connection, AdministratorFactory())

    assert ("Rôle donné", "account") in found
    assert not [reason for reason, kind in found if "dossier" in reason or "matin" in reason]


@pytest.mark.parametrize(
    "factory",
    [CounsellorFactory, ManagerFactory, CoordinatorFactory, NationalReaderFactory, PartnerFactory],
)
def test_nobody_else_reads_the_journal_even_in_sql(session, connection, factory):
    entry(session, "account", "Rôle donné")

    assert read_as(connection, factory()) == []
    assert read_as(connection, AdministratorFactory(active=False)) == []
    assert read_as(connection, None) == []


def test_the_web_role_still_cannot_read_the_audit_log(session, connection):
    connection.exec_driver_sql("SET LOCAL ROLE maillage_web")

    with pytest.raises(sa.exc.ProgrammingError), connection.begin_nested():
        connection.exec_driver_sql("SELECT 1 FROM audit.entry")


@pytest.mark.parametrize("after", ["", "demain", "2026-01-01_x", "2026-01-01T00:00:00_"])
def test_a_place_of_the_journal_that_does_not_exist_starts_it_again(administrator, after):
    assert "Journal des comptes" in administrator.get("accounts.journal", apres=after)
