"""New lines are likened to the records of the directory as two records are to each other."""

import pytest
import sqlalchemy as sa

from app.imports.deciding import decide
from models.codes.duplicates import PairState
from models.codes.imports import Decision, Outcome, Step
from models.codes.organization import PointPrecision
from models.duplicates import DuplicatePair
from models.offer import Offer
from models.organization import Organization
from search.duplicates import PROPOSED_FROM, find_all
from tests.factories import OrganizationFactory, SiteFactory
from tests.imports.sending import last_run, send

HEADINGS = "Nom;Adresse;Code postal;Commune;Téléphone;Latitude;Longitude"


@pytest.fixture
def grocery():
    """A partner known under its name in the Rhône, at a door."""
    return SiteFactory(
        organization=OrganizationFactory(legal_name="Épicerie solidaire du Tonkin"),
        name="La boutique du Tonkin",
        address="12 rue Jean Jaurès",
        phone="+33472000001",
        precision=PointPrecision.HOUSENUMBER,
    )


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("EPICERIE SOLIDAIRE TONKIN;12 R. JEAN-JAURES;69100;Villeurbanne;;;", Outcome.DOUBT),
        ("La Boutique du Tonkin;;69100;Villeurbanne;0472000001;;", Outcome.DOUBT),
        ("Mairie de Villeurbanne;;69100;Villeurbanne;0472000001;;", Outcome.CREATE),
        ("Épicerie solidaire du Tonkin;;69003;Lyon;;;", Outcome.CREATE),
    ],
)
def test_name_and_address_or_telephone_make_a_line_doubtful(imports, grocery, line, outcome):
    (read,) = imports.lines(imports.read(line, headings=HEADINGS))

    assert read.outcome is outcome
    assert [one["site_id"] for one in read.twins] == [grocery.id] * (outcome is Outcome.DOUBT)


def test_a_line_told_to_be_another_record_is_never_proposed_as_the_same(imports, session, grocery):
    run = imports.read(
        "Épicerie solidaire Tonkin;;69100;Villeurbanne;0472000001;;", headings=HEADINGS
    )
    (line,) = imports.lines(run)
    decide(session, line, Decision.CREATE, None)
    imports.apply(run)

    assert find_all(session) == 0

    [pair] = session.scalars(sa.select(DuplicatePair)).all()
    assert (pair.state, grocery.organization_id in (pair.first_id, pair.second_id)) == (
        PairState.DISTINCT,
        True,
    )
    assert pair.score >= PROPOSED_FROM


OFFERS = (
    "Épicerie solidaire Tonkin;;69100;Villeurbanne;0472000001;Aide alimentaire",
    "Épicerie solidaire Tonkin;;69100;Villeurbanne;0472000001;CSAPA",
)
WITH_OFFERS = "Nom;Adresse;Code postal;Commune;Téléphone;Type"


def test_the_other_offers_of_a_doubtful_partner_wait_with_it(imports, grocery):
    run = imports.read(*OFFERS, headings=WITH_OFFERS)
    assert run.counted == {"DOUBT": 2, "REMARK": 0}

    imports.apply(run)

    assert {line.step for line in imports.lines(run)} == {Step.LEFT}


@pytest.mark.parametrize(("decision", "partners"), [(Decision.SAME, 1), (Decision.CREATE, 2)])
def test_they_go_where_somebody_says_that_it_goes(imports, session, grocery, decision, partners):
    run = imports.read(*OFFERS, headings=WITH_OFFERS)
    decide(session, imports.lines(run)[0], decision, 0)
    imports.apply(run)

    assert {line.step for line in imports.lines(run)} == {Step.DONE}
    owners = session.scalars(sa.select(Offer).order_by(Offer.id)).unique().all()
    assert len({offer.site_id for offer in owners}) == 1
    assert session.scalar(sa.select(sa.func.count()).select_from(Organization)) == partners
    assert imports.read(*OFFERS, headings=WITH_OFFERS).counted["SAME"] == 2

    imports.undo(run)

    assert session.scalar(sa.select(sa.func.count()).select_from(Offer)) == 0


def test_the_lines_left_are_asked_for_again_only_once_somebody_decided(
    coordinator, session, work, grocery
):
    send(coordinator, "1;Épicerie solidaire Tonkin;;;69100;Villeurbanne;0472000001;;")
    work()
    run = last_run(session)
    coordinator.post("imports.apply", {"doubts": "LEAVE"}, run_id=run.id)
    work()
    again = "Importer les lignes corrigées ou décidées depuis"
    assert again not in coordinator.get("imports.show", run_id=run.id)

    coordinator.post("imports.decide", {"choice": "LEAVE"}, run_id=run.id, n=1)
    assert again not in coordinator.get("imports.show", run_id=run.id)
    coordinator.post("imports.decide", {"choice": "CREATE"}, run_id=run.id, n=1)
    assert again in coordinator.get("imports.show", run_id=run.id)
    coordinator.post("imports.apply", {"doubts": "LEAVE"}, run_id=run.id)
    work()
    assert again not in coordinator.get("imports.show", run_id=run.id)
