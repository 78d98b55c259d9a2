"""The document: one page, tagged, in large type, in bounded time, in the languages there are."""

import datetime as dt
import re
import time

import pytest
import yaml

from app.handout import pdf
from app.handout.languages import FOLDER, BadLanguage, holes, known, ours
from app.hours.closing import Closed, write_period
from models.base import today
from models.codes.organization import PmrAccess
from tests.factories import CounsellorFactory, TigPostFactory

LONG = "Venez avec tout ce que la structure demande, sans rien oublier du tout. "


def full(offer):
    """Everything a sheet can say, each as long as can be."""
    site, owner = offer.site, offer.organization
    offer.title, owner.legal_name, offer.nature_of_work = LONG * 2, LONG * 2, LONG * 9
    offer.documents_required = [LONG] * 9
    offer.languages = [LONG] * 9
    offer.is_equipment_provided, offer.is_meal_provided = False, False
    offer.is_interview_required, offer.cost_details = True, LONG * 9
    site.address = LONG * 2
    site.nearest_stop, site.nearest_stop_walk_min, site.is_car_needed = LONG, 12, True
    site.pmr_access = PmrAccess.PARTIAL
    site.opening_hours = "; ".join(
        f"{day} 08:{n}0-12:00,13:30-17:{n}0,18:00-20:{n}0"
        for n, day in enumerate(("Mo", "Tu", "We", "Th", "Fr", "Sa"))
    )
    for start in (today(), today() + dt.timedelta(days=30)):
        period = Closed(start, start + dt.timedelta(days=20))
        site.opening_hours += f"; {write_period(period)} off"
    site.opening_hours += "; PH off"
    return offer


def test_the_longest_sheet_holds_on_one_page(session, pdf_of):
    _, document = pdf_of(full(TigPostFactory()))

    assert len(document.pages) == 1
    assert "Fiche faite" in document.pages[0].extract_text()


def test_the_document_is_tagged_and_says_its_language(session, pdf_of):
    started = time.monotonic()
    _, document = pdf_of(TigPostFactory(), langue="ar")
    took = time.monotonic() - started

    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "ar"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert document.metadata.title == ours()["ar"].phrases["document"]
    assert took < pdf.LONGEST_S
    assert {"/H1", "/H2", "/P", "/L", "/LI"} <= set(tags(root["/StructTreeRoot"]))
    assert untagged(document.pages[0]) == 0


def tags(node):
    """What each piece of the document is, for who hears it."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [tag for one in node for tag in tags(one)]
    if not isinstance(node, dict):
        return []
    return [str(node.get("/S")), *tags(node.get("/K"))]


def untagged(page):
    """How many pieces of text belong to no tag and are not said to be decoration."""
    depth, outside = 0, 0
    for word in re.findall(rb"BDC|BMC|EMC|Tj|TJ", page.get_contents().get_data()):
        depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(word, 0)
        outside += word in (b"Tj", b"TJ") and depth == 0
    return outside


def test_a_document_that_takes_too_long_is_given_up_and_the_page_is_shown(
    session, browse_as, monkeypatch
):
    monkeypatch.setattr(pdf, "LONGEST_S", 0)
    offer = TigPostFactory()

    answer = browse_as(CounsellorFactory()).open("GET", "handout.offer_pdf", offer_id=offer.id)

    assert answer.status_code == 503
    assert "Imprimez cette page" in answer.text
    assert "Où aller" in answer.text


def test_the_typesetter_reads_no_file_and_asks_no_host():
    outside = '<link rel="stylesheet" href="file:///etc/passwd"><img src="http://127.0.0.1:1/x">'

    assert pdf.typeset(f"<!doctype html><html lang=fr><title>x</title>{outside}").startswith(
        b"%PDF"
    )


@pytest.mark.parametrize("language", ours().values(), ids=lambda one: one.code)
def test_a_language_of_ours_says_every_sentence_with_its_holes(language):
    french = ours()["fr"].phrases

    assert language.phrases.keys() == french.keys()
    assert {k for k, said in language.phrases.items() if holes(said) != holes(french[k])} == set()
    assert language.families.keys() == ours()["fr"].families.keys()


def test_a_language_of_the_operator_is_added_and_says_in_french_what_it_lacks(tmp_path):
    told = yaml.safe_load((FOLDER / "en.yml").read_text())
    told |= {"code": "pt", "name": "Português", "phrases": {"where": "Onde ir"}, "kinds": {}}
    (tmp_path / "pt.yml").write_text(yaml.safe_dump(told, allow_unicode=True))

    assert list(known(str(tmp_path))) == ["fr", "ar", "en", "pt"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"phrases": {"elsewhere": "Onde"}}, "elsewhere is no sentence"),
        ({"phrases": {"stop": "Desça em {place}."}}, "place"),
        ({"phrases": {"stop": "Desça em {stop."}}, "stop"),
        ({"months": ["janeiro"]}, "months"),
        ({"script": "x"}, "script"),
    ],
)
def test_a_language_that_cannot_be_used_says_which_and_why(tmp_path, change, said):
    told = yaml.safe_load((FOLDER / "en.yml").read_text()) | {"code": "pt"} | change
    (tmp_path / "pt.yml").write_text(yaml.safe_dump(told, allow_unicode=True))

    with pytest.raises(BadLanguage, match=rf"(?s)pt\.yml.*{said}"):
        known(str(tmp_path))


def test_a_sentence_that_is_missing_is_marked_as_french(session, browse_as, app, monkeypatch):
    short = ours()["en"].model_copy(update={"phrases": {"where": "Where to go"}})
    monkeypatch.setitem(app.extensions, "handout.languages", {**ours(), "en": short})
    address = {"offer_id": TigPostFactory().id, "langue": "en"}

    answer = browse_as(CounsellorFactory()).open("GET", "handout.offer", **address)

    assert "<h2>Where to go</h2>" in answer.text
    assert '<h2><bdi lang="fr" dir="ltr">Quand</bdi></h2>' in answer.text
