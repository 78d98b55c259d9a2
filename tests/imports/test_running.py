"""A file is previewed, put in, put in again without effect, and taken back."""

import sqlalchemy as sa

from models.codes.imports import Doubts, Outcome, RunState, Step
from models.codes.offer import Publication
from models.codes.organization import OrganizationStatus
from models.history import Change
from models.offer import Offer
from models.organization import Organization, Site
from tests.factories import OrganizationFactory, SiteFactory
from tests.imports.conftest import CLINIC, FOYER


def outcomes(lines):
    return [line.outcome for line in lines]


def named(session, name):
    wanted = sa.select(Organization).where(Organization.legal_name == name)
    return session.scalars(wanted).one_or_none()


def test_new_partners_come_in_published_never_confirmed_and_found(imports, session):
    run = imports.bring_in(FOYER, CLINIC)

    foyer = named(session, "Foyer des Lilas")
    (offer,) = session.scalars(sa.select(Offer).where(Offer.site_id == foyer.sites[0].id)).all()
    found = session.scalar(sa.text("SELECT count(*) FROM directory.offer_search"))
    assert run.state is RunState.APPLIED
    assert (foyer.status, foyer.sites[0].insee_code) == (OrganizationStatus.PROSPECT, "69266")
    assert foyer.sites[0].public_point is not None
    assert (offer.publication, offer.verified_at, offer.lots) == (Publication.PUBLISHED, None, [])
    assert found == 2
    assert session.scalar(sa.select(sa.func.count()).select_from(Change)) == 6


def test_the_same_file_twice_changes_nothing(imports, session):
    imports.bring_in(FOYER, CLINIC)
    before = session.scalars(sa.select(Organization.modified_at)).all()

    again = imports.bring_in(FOYER, CLINIC)

    assert again.counted["SAME"] == 2
    assert session.scalars(sa.select(Organization.modified_at)).all() == before


def test_a_new_value_is_told_field_by_field_then_written_then_undone(imports, session):
    imports.bring_in(FOYER)
    moved = FOYER.replace("3 rue des Lilas", "5 place du Marché").replace(
        "0472000001", "0472000009"
    )

    run = imports.read(moved)
    (line,) = imports.lines(run)
    told = {(one["name"], one["old"], one["new"]) for one in line.changes}
    imports.apply(run)
    site = session.scalars(sa.select(Site)).one()

    assert ("address", "3 rue des Lilas", "5 place du Marché") in told
    assert ("phone", "+33472000001", "+33472000009") in told
    assert (site.address, site.phone) == ("5 place du Marché", "+33472000009")

    imports.undo(run)

    assert (site.address, site.phone) == ("3 rue des Lilas", "+33472000001")
    assert imports.read(FOYER).counted["SAME"] == 1


def test_good_lines_go_in_without_the_bad_ones(imports, session):
    nowhere = "3;Foyer perdu;;1 rue Haute;69100;Atlantis;;CHRS;Lits"
    elsewhere = "4;Foyer de l'Ain;;1 rue Haute;01000;Bourg-en-Bresse;;CHRS;Lits"

    run = imports.bring_in(FOYER, nowhere.replace("69100", ""), elsewhere)

    lines = imports.lines(run)
    assert outcomes(lines) == [Outcome.CREATE, Outcome.REJECT, Outcome.REJECT]
    assert [line.faults[0]["field"] for line in lines[1:]] == ["commune", "commune"]
    assert "pas dans votre territoire" in lines[2].faults[0]["reason"]
    assert session.scalar(sa.select(sa.func.count()).select_from(Organization)) == 1


def test_a_line_like_a_known_record_waits_for_somebody(imports, session):
    known = SiteFactory(
        organization=OrganizationFactory(legal_name="Foyer les Lilas", siret="77931148900040")
    )

    left = imports.bring_in(FOYER)
    (line,) = imports.lines(left)
    created = imports.apply(imports.read(FOYER), doubts=Doubts.CREATE)

    assert (line.outcome, line.step) == (Outcome.DOUBT, Step.LEFT)
    assert line.twins[0]["site_id"] == known.id
    assert "même SIRET (77931148900040)" in line.twins[0]["reasons"]
    assert imports.lines(created)[0].step is Step.DONE


def test_a_confidential_site_is_never_told_as_alike(imports):
    SiteFactory(is_confidential=True, phone="+33472000001", name="Foyer des Lilas")

    assert outcomes(imports.lines(imports.read(FOYER))) == [Outcome.CREATE]


def test_undoing_removes_what_was_made_and_keeps_what_was_used_since(imports, session):
    run = imports.bring_in(FOYER, CLINIC)
    named(session, "Centre Sureau").acronym = "CS"
    session.commit()

    imports.undo(run)

    assert run.state is RunState.UNDONE
    assert named(session, "Foyer des Lilas") is None
    assert named(session, "Centre Sureau") is not None
    assert [line.step for line in imports.lines(run)] == [Step.UNDONE, Step.KEPT]
    assert imports.lines(run)[1].note


def test_imports_taken_back_one_after_the_other_leave_nothing(imports, session):
    first = imports.bring_in(FOYER)
    second = imports.bring_in(FOYER.replace("3 rue des Lilas", "5 place du Marché"))

    imports.undo(second)
    imports.undo(first)

    assert [line.step for line in imports.lines(first)] == [Step.UNDONE]
    assert named(session, "Foyer des Lilas") is None


def test_a_line_with_a_point_alone_is_in_the_commune_that_holds_it(imports, session):
    imports.bring_in("Foyer du Parc;45.7665;4.8795", headings="Nom;Latitude;Longitude")

    site = session.scalars(sa.select(Site)).one()
    assert (site.insee_code, site.precision) == ("69266", "STREET")
