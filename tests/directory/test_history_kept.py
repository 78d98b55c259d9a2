"""What the history of a record keeps, and what it never does."""

from typing import Any

import pytest
import sqlalchemy as sa

from app.acting import acting_as
from app.directory import actions
from app.directory.history.labels import labels
from app.history.followed import WHOSE, is_followed
from models.codes.history import ChangeKind
from models.history import Change
from models.organization import Contact
from tests.factories import CounsellorFactory, HousingOfferFactory, SiteFactory, TigPostFactory


def test_names_and_numbers_of_people_are_not_kept(session):
    site = SiteFactory()
    contact = Contact(site=site, name="Dominique Roux", phone="+33472000000")
    session.add(contact)
    session.flush()
    contact.name = "Alix Petit"
    session.flush()
    session.delete(contact)
    session.flush()

    rows = session.scalars(sa.select(Change).where(Change.subject == "CONTACT").order_by(Change.id))
    kept = [(row.kind, row.texts, row.hidden) for row in rows]

    assert kept == [
        (ChangeKind.CREATED, {}, []),
        (ChangeKind.CHANGED, {}, ["name"]),
        (ChangeKind.REMOVED, {}, []),
    ]


def test_an_address_is_forgotten_when_the_site_becomes_confidential(browse_as, session):
    offer = HousingOfferFactory(
        description="Au 4 impasse des Roses", site=SiteFactory(address="4 impasse des Roses")
    )
    session.flush()
    terms: dict[str, Any] = {"name": "Refuge", "insee_code": "69266"}
    actions.correct_site(offer.site, **terms, address="6 impasse des Roses")
    offer.description = "Près du parc, au 6 impasse des Roses"
    session.flush()
    actions.correct_site(offer.site, **terms, address="6 impasse des Roses", is_confidential=True)
    offer.description = "Un refuge"
    session.flush()

    kept = session.execute(sa.text("SELECT string_agg(c::text, '') FROM directory.change c"))

    assert "Roses" not in kept.scalar_one()
    page = browse_as(CounsellorFactory()).get(
        "directory.history", level="sites", record_id=offer.site_id
    )
    assert "Adresse changé, valeur non gardée" in page
    assert "Adresse confidentielle oui (avant : non)" in page


def test_what_is_rolled_back_leaves_no_line(session):
    offer = TigPostFactory()
    session.commit()
    offer.title = "Autre chose"
    session.flush()
    session.rollback()

    assert session.scalars(sa.select(Change).where(Change.kind == ChangeKind.CHANGED)).all() == []


def test_nothing_changed_leaves_no_line(session):
    site = SiteFactory()
    session.commit()
    before = session.scalar(sa.select(sa.func.count(Change.id)))
    with acting_as(None):
        actions.correct_site(
            site, name=site.name, insee_code=site.insee_code, lon=4.8795, lat=45.7665
        )
        session.flush()

    changes = session.scalars(sa.select(Change).order_by(Change.id).offset(before)).all()

    assert [(one.coded, one.texts) for one in changes] == []


@pytest.mark.parametrize("kind", WHOSE, ids=lambda kind: kind.__name__)
def test_every_column_that_is_followed_has_a_name_in_french(kind):
    subject, _ = WHOSE[kind]
    mapper = sa.inspect(kind)
    columns = {a.key for one in mapper.self_and_descendants for a in one.column_attrs}

    assert {name for name in columns if is_followed(subject, name)} - labels(
        subject
    ).keys() == set()
