"""What only the database can refuse: a line is left aside, and nothing else waits for it."""

import json

import sqlalchemy as sa

from app.imports import actions, jobs, stages
from models.codes.imports import RunState, Step
from models.offer import AudienceRule
from models.organization import Organization
from tests.imports.conftest import CLINIC, FOYER, HEADINGS

AGES = f"{HEADINGS};Âge minimum;Âge maximum"


def test_a_value_that_contradicts_one_corrected_here_leaves_its_line_alone(imports, session):
    imports.bring_in(f"{FOYER};18;60", f"{CLINIC};;", headings=AGES)
    session.scalars(sa.select(AudienceRule)).one().age_min = 50
    session.commit()

    moved = CLINIC.replace("Garibaldi", "Moncey")
    run = imports.bring_in(f"{FOYER};18;40", f"{moved};;", headings=AGES)

    steps = [line.step for line in imports.lines(run)]
    assert steps == [Step.LEFT, Step.DONE]
    assert "contredit" in imports.lines(run)[0].note
    assert session.scalars(sa.select(AudienceRule)).one().age_max == 60


def test_a_partner_brought_in_meanwhile_by_somebody_else_is_told(imports, session):
    one, other = imports.read(FOYER), imports.read(FOYER)

    imports.apply(one)
    imports.apply(other)

    assert "entre-temps" in imports.lines(other)[0].note
    assert session.scalar(sa.select(sa.func.count()).select_from(Organization)) == 1


def test_a_run_that_cannot_go_on_does_not_stop_the_others(imports, session, monkeypatch):
    broken, sound = (imports.read(line) for line in (FOYER, CLINIC))
    for run in (broken, sound):
        run.move_to(RunState.APPLYING)
    session.commit()
    go_on = stages.go_on

    def but_one(session, run_id, path):
        if run_id == broken.id:
            raise KeyError(run_id)
        return go_on(session, run_id, path)

    monkeypatch.setattr(stages, "go_on", but_one)
    jobs.go_on(session)
    session.expire_all()

    assert (broken.state, sound.state) == (RunState.APPLYING, RunState.APPLIED)


def test_a_file_left_in_the_middle_is_read_on_without_reading_it_again(
    imports, session, tmp_path, monkeypatch
):
    monkeypatch.setattr(jobs, "LONGEST_S", 0)
    path = tmp_path / "inclusion.json"
    told = {"source": "x", "date_maj": "2026-01-05", "code_insee": "69266"}
    lines = [told | {"id": f"x--{n}", "nom": f"Foyer {n}"} for n in range(1_200)]
    path.write_text(json.dumps(lines), "utf-8")
    run = actions.start(
        session, path, file_name="inclusion.json", by=None, territory=None, origin=""
    )
    actions.keep_file(session, run, path)
    session.commit()

    jobs.go_on(session)
    assert run.id in jobs.files.folders
    monkeypatch.setattr(actions, "write_file", None)
    while run.state is RunState.READING:
        jobs.go_on(session)
        session.expire_all()

    assert run.counted["CREATE"] == 1_200
    assert run.id not in jobs.files.folders


def test_a_file_given_to_the_command_line_is_not_taken_by_the_worker(session, tmp_path):
    path = tmp_path / "partenaires.csv"
    path.write_text(f"{HEADINGS}\n{FOYER}\n", "utf-8")
    run = actions.start(session, path, file_name=path.name, by=None, territory=None, origin="")
    session.commit()

    jobs.go_on(session)

    assert run.state is RunState.READING
