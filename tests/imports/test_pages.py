"""A coordinator sends a file, sees what it would do, puts it in, takes it back."""

import pytest
import sqlalchemy as sa

from models.codes.imports import RunState
from models.organization import Organization
from tests.factories import OrganizationFactory, SiteFactory
from tests.imports.conftest import CLINIC, FOYER
from tests.imports.sending import last_run, send

NOWHERE = "3;Foyer perdu;;1 rue Haute;;Atlantis;;CHRS;Lits"
TAGS = "4;<script>alert(1)</script>;;<b>rue</b>;69100;Villeurbanne;;CHRS;=1+1"


def test_a_file_is_looked_at_put_in_and_taken_back(coordinator, session, work):
    answer = send(coordinator, FOYER, CLINIC, NOWHERE)
    run = last_run(session)
    assert answer.status_code == 302
    assert "Lecture du fichier" in coordinator.get("imports.show", run_id=run.id)
    work()

    page = coordinator.get("imports.show", run_id=run.id)
    assert "2 lignes à créer" in page
    rejected = coordinator.get("imports.show", run_id=run.id, lignes="rejeter")
    assert "Atlantis" in rejected
    corrections = coordinator.open("GET", "imports.corrections", run_id=run.id, extension="csv")
    assert "Foyer perdu" in corrections.text

    coordinator.post("imports.apply", {"doubts": "LEAVE"}, run_id=run.id)
    work()
    assert "2 lignes créées" in coordinator.get("imports.show", run_id=run.id)

    coordinator.post("imports.undo", run_id=run.id)
    work()
    assert "L'import est annulé" in coordinator.get("imports.show", run_id=run.id)
    assert session.scalars(sa.select(Organization)).all() == []


def test_what_a_file_says_is_text_wherever_it_is_shown(coordinator, session, work):
    send(coordinator, TAGS)
    work()
    run = last_run(session)

    for page in (
        coordinator.open("GET", "imports.show", run_id=run.id).text,
        coordinator.open("GET", "imports.line", run_id=run.id, n=1).text,
    ):
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_a_doubtful_line_updates_the_record_that_somebody_recognised(coordinator, session, work):
    known = SiteFactory(
        organization=OrganizationFactory(legal_name="Foyer Lilas", siret="77931148900040")
    )
    send(coordinator, FOYER)
    work()
    run = last_run(session)

    coordinator.post("imports.decide", {"choice": "SAME:0"}, run_id=run.id, n=1)
    assert "Foyer Lilas devient Foyer des Lilas" in coordinator.get(
        "imports.line", run_id=run.id, n=1
    )
    coordinator.post("imports.apply", {"doubts": "LEAVE"}, run_id=run.id)
    work()

    session.refresh(known)
    assert known.organization.legal_name == "Foyer des Lilas"
    assert known.address == "3 rue des Lilas"
    send(coordinator, FOYER)
    work()
    assert last_run(session).counted["SAME"] == 1


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"PK\x03\x04broken", b"<html></html>"])
def test_a_file_that_cannot_be_read_says_so_and_leaves_nothing(coordinator, session, work, content):
    answer = send(coordinator, content=content)
    if answer.status_code == 422:
        assert "Ce fichier est vide" in answer.text
        return
    work()
    run = last_run(session)

    assert run.state is RunState.FAILED
    assert "Rien n'a été changé" in coordinator.get("imports.show", run_id=run.id)
    assert session.scalar(sa.text("SELECT count(*) FROM directory.import_row")) == 0


def test_no_file_is_told_at_its_place(coordinator):
    answer = coordinator.post("imports.create", {})

    assert answer.status_code == 422
    assert "Choisissez un fichier." in answer.text


def test_two_gigabytes_are_refused_before_they_are_read(coordinator):
    answer = coordinator.open_address(
        "POST",
        "/imports/nouveau",
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"CONTENT_LENGTH": str(2 * 10**9)},
    )

    assert answer.status_code == 413


def test_a_file_sent_once_signed_out_asks_to_sign_in_and_nothing_else(browse_as):
    heavy = {"CONTENT_LENGTH": str(5 * 10**6)}
    answer = browse_as(None).open_address(
        "POST",
        "/imports/nouveau",
        content_type="multipart/form-data; boundary=x",
        environ_overrides=heavy,
    )

    assert answer.status_code == 302
    assert answer.location.endswith("/connexion?next=/imports/nouveau")


def test_the_columns_somebody_corrected_are_remembered(coordinator, session, work):
    lines = b"Nom;Lieu;CP;Bidule\nFoyer des Lilas;Villeurbanne;69100;CHRS\n"
    send(coordinator, content=lines)
    work()
    run = last_run(session)
    columns = {
        "column-0": "name",
        "column-1": "city",
        "column-2": "postal_code",
        "column-3": "kind",
    }

    coordinator.post("imports.update_columns", columns, run_id=run.id)
    work()
    send(coordinator, content=lines + b"Autre;Villeurbanne;69100;CHRS\n")
    work()

    mapping = {one["heading"]: one["field"] for one in last_run(session).columns}
    assert mapping == {"Nom": "name", "Lieu": "city", "CP": "postal_code", "Bidule": "kind"}
    assert last_run(session).counted["CREATE"] == 2
