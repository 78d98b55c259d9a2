"""New lines are likened to the records of the directory as two records are to each other."""

import pytest
import sqlalchemy as sa

from app.imports.deciding import decide
from models.codes.duplicates import PairState
from models.codes.imports import Decision, Outcome
from models.codes.organization import PointPrecision
from models.duplicates import DuplicatePair
from search.duplicates import PROPOSED_FROM, find_all
from tests.factories import OrganizationFactory, SiteFactory

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
