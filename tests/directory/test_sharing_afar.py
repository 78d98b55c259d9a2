"""A file of a search around a place holds its list, then what comes from afar or is remote."""

import csv
import io
import json

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from tests.factories import CareOfferFactory, CounsellorFactory, SiteFactory, point

AROUND = {"commune": "Villeurbanne", "famille": "SANTE"}


@pytest.fixture
def counsellor(browse_as):
    """A counsellor, while partners are near, far away, and on the telephone."""
    bourg = SiteFactory(insee_code="01053", public_point=point(5.2258, 46.2052))
    CareOfferFactory(title="Équipe mobile", site=bourg, zone_eligibility=["Rhône"])
    CareOfferFactory(title="Loin, pour les siens", site=bourg)
    CareOfferFactory.create_batch(7, title="Écoute au téléphone", is_remote=True)
    return browse_as(CounsellorFactory())


def titles(answer) -> list[str]:
    assert answer.status_code == 200
    text = answer.data.decode("utf-8-sig")
    return [row["Offre"] for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=";")]


def taken(browser, **asked) -> list[str]:
    return titles(browser.open("GET", "directory.share", extension="csv", **asked))


def test_what_is_beside_the_list_follows_it_whole(counsellor):
    CareOfferFactory(title="Centre d'ici")

    told = taken(counsellor, **AROUND)

    assert told == ["Centre d'ici", "Équipe mobile", *["Écoute au téléphone"] * 7]


def test_one_of_the_lists_beside_is_a_file_of_its_own(counsellor):
    assert taken(counsellor, **AROUND, liste="zone") == ["Équipe mobile"]
    assert taken(counsellor, **AROUND, liste="distance") == ["Écoute au téléphone"] * 7


def test_what_is_remote_follows_what_is_in_a_drawn_zone(counsellor):
    ring = [[4.8, 45.7], [4.95, 45.7], [4.95, 45.8], [4.8, 45.8], [4.8, 45.7]]
    zone = json.dumps({"type": "Polygon", "coordinates": [ring]})
    CareOfferFactory(title="Centre d'ici")

    page = counsellor.get("directory.index", zone=zone)

    assert "À distance : voir les 7 offres" in page
    assert "1 offre Toutes les offres, dans la zone dessinée" in page
    assert taken(counsellor, zone=zone) == ["Centre d'ici", *["Écoute au téléphone"] * 7]
    assert "7 offres Toutes les offres à distance" in counsellor.get(
        "directory.index", zone=zone, liste="distance"
    )


def test_an_empty_list_with_something_beside_can_be_taken_away(counsellor, database):
    page = counsellor.get("directory.index", **AROUND)

    assert "Rien à cet endroit pour le moment" in page
    assert "Emporter ces offres" in page
    assert "Après la liste viennent toutes les offres depuis plus loin et à distance." in page
    assert len(taken(counsellor, **AROUND)) == 8
    with database.superuser.connect() as another:
        last = sa.select(AuditEntry.reason).order_by(AuditEntry.recorded_at.desc()).limit(1)
        reason = another.scalar(last)
    assert reason.startswith("Export CSV de l'annuaire, 8\u00a0offres : ")


def test_the_whole_is_cut_where_a_file_is_full(counsellor, monkeypatch):
    monkeypatch.setattr("app.directory.sharing.AT_ONCE", 2)
    monkeypatch.setattr("app.directory.sharing.MOST", 4)

    assert len(taken(counsellor, **AROUND)) == 4
