"""A rejected line is corrected on its page, without going back to the file."""

import sqlalchemy as sa

from app.imports.correcting import correct, towns_of
from models.codes.imports import Outcome, Step
from models.imports import ImportRow, ImportRun
from models.organization import Site
from tests.imports.conftest import FOYER
from tests.imports.sending import last_run, send

BAD_KEY = FOYER.replace("77931148900040", "12345678901234").replace("0472000001", "12")
AMBIGUOUS = "7;Foyer d'ailleurs;;1 rue Haute;;{};;CHRS;Lits"


def row(session, n=1):
    session.expire_all()
    return session.get_one(ImportRow, (last_run(session).id, n))


def test_all_that_is_wrong_with_a_line_is_told_at_once(coordinator, session, work):
    send(coordinator, BAD_KEY)
    work()
    run = last_run(session)

    assert {one["field"] for one in row(session).faults} == {"SIRET", "Téléphone"}
    assert "Foyer des Lilas" in coordinator.get("imports.show", run_id=run.id)

    form = coordinator.get("imports.correct", run_id=run.id, n=1)
    assert "La clé de ce SIRET est fausse" in form


def test_a_line_is_corrected_and_goes_in(coordinator, session, work):
    send(coordinator, BAD_KEY)
    work()
    run = last_run(session)

    answer = coordinator.post(
        "imports.read_corrected", filled(session, SIRET="123"), run_id=run.id, n=1
    )
    assert answer.status_code == 422
    assert "Un SIRET a 14 chiffres" in answer.text
    coordinator.post(
        "imports.read_corrected",
        filled(session, SIRET="", Téléphone="0472000001"),
        run_id=run.id,
        n=1,
    )

    assert (row(session).outcome, row(session).said["organization"]["phone"]) == (
        Outcome.CREATE,
        "+33472000001",
    )
    coordinator.post("imports.apply", {"doubts": "LEAVE"}, run_id=run.id)
    work()
    assert row(session).step is Step.DONE


def test_a_line_corrected_after_the_others_went_in_follows_them(coordinator, session, work):
    send(coordinator, FOYER, BAD_KEY.replace("1;", "2;", 1))
    work()
    run = last_run(session)
    coordinator.post("imports.apply", {"doubts": "LEAVE"}, run_id=run.id)
    work()

    values = filled(session, 2, SIRET="", Téléphone="", Nom="Centre Sureau", Adresse="9 rue Bas")
    coordinator.post("imports.read_corrected", values, run_id=run.id, n=2)
    assert "Importer les lignes corrigées" in coordinator.get("imports.show", run_id=run.id)
    coordinator.post("imports.apply", {"doubts": "LEAVE"}, run_id=run.id)
    work()

    assert session.scalar(sa.select(sa.func.count()).select_from(Site)) == 2


def test_a_name_that_two_communes_bear_is_the_one_of_the_territory_or_is_chosen(imports, session):
    (ours,) = imports.lines(imports.read(AMBIGUOUS.format("Cuzieu"), territory=["01"]))
    assert ours.said["sites"][""]["insee_code"] == "01141"

    run = imports.read(AMBIGUOUS.format("Cuzieu"), territory=["01", "42"])
    (wrong,) = imports.lines(run)
    assert towns_of(wrong) == {"01141": "Cuzieu", "42081": "Cuzieu"}
    chosen = correct(session, run, wrong, {}, "42081")

    assert (chosen.outcome, chosen.said["sites"][""]["insee_code"]) == (Outcome.CREATE, "42081")
    assert run.counted["CREATE"] == 1


def test_a_spreadsheet_without_a_name_asks_which_column_holds_it(coordinator, session, work):
    send(coordinator, content=b"Truc;Lieu;CP\nFoyer des Lilas;Villeurbanne;69100\n")
    work()
    run = last_run(session)
    assert "Dire ce que contient chaque colonne" in coordinator.get("imports.show", run_id=run.id)

    columns = {"column-0": "name", "column-1": "city", "column-2": "postal_code"}
    coordinator.post("imports.update_columns", columns, run_id=run.id)
    work()

    assert last_run(session).counted["CREATE"] == 1


def filled(session, n=1, **values):
    """Every cell of the form as it stands, but for these."""
    names = session.scalars(sa.select(ImportRun).order_by(ImportRun.id.desc())).first().headings
    raw = row(session, n).raw
    return {f"cell_{at}": values.get(name, raw.get(name, "")) for at, name in enumerate(names)}


def test_a_line_emptied_of_all_it_said_stays_to_correct(coordinator, session, work):
    send(coordinator, BAD_KEY)
    work()
    empty = dict.fromkeys(filled(session), "")

    answer = coordinator.post("imports.read_corrected", empty, run_id=last_run(session).id, n=1)

    assert answer.status_code == 422
    assert row(session).outcome is Outcome.REJECT
