"""Nothing on the sheet says why somebody comes: neither a word, nor a name, nor the file itself."""

from html import unescape

import pytest

from app.handout.languages import ours
from app.handout.neutral import flat, is_neutral, written_out
from app.handout.writing import spelt
from models.codes.families import types_of
from models.codes.offer import AdmissionChannel, Family
from tests.factories import CounsellorFactory, PlacementFactory
from tests.handout.conftest import MAKERS

# Written apart from the list that the sheet itself uses.
FORBIDDEN = (
    *("spip", "probation", "justice", "judiciaire", "juge", "jap", "tig", "interet general"),
    *("penal", "penitentiaire", "prison", "detention", "detenu", "condamne", "peine", "sursis"),
    *("bracelet", "semi liberte", "placement exterieur", "injonction", "stupefiants", "violences"),
    *("tribunal", "delinquant", "infraction", "maillage", "cpip", "tnr", "ddse", "auteurs"),
)


def told(text):
    """The forbidden words of a text, the street aside: it is called so for everybody."""
    plain = f" {flat(text.replace('12 rue du Palais de Justice', ''))} "
    return [word for word in FORBIDDEN if f" {word}" in plain]


def test_no_family_is_left_untried():
    assert set(MAKERS) == set(Family)


@pytest.mark.parametrize("family", MAKERS)
def test_the_sheet_of_each_family_tells_nothing(telling, browse_as, family):
    offer_id = telling(family).id
    page = browse_as(CounsellorFactory()).open("GET", "handout.offer", offer_id=offer_id)

    sheet = unescape(page.text).split("<article")[1].split("</article>")[0]
    assert told(sheet) == []
    assert "Pièce d'identité" in sheet


@pytest.mark.parametrize("family", ["TIG", "STAGE"])
def test_the_document_itself_tells_nothing(telling, pdf_of, family):
    answer, document = pdf_of(telling(family))

    said = "\n".join(page.extract_text() for page in document.pages)
    about = " ".join(map(str, [document.metadata, document.xmp_metadata and "", answer.headers]))
    assert told(said) == []
    assert told(about.replace("Referrer-Policy", "")) == []
    assert "Pièce d'identité" in said
    assert answer.headers["Content-Disposition"] == "attachment; filename=fiche.pdf"


def test_who_prints_is_told_what_was_left_out(telling, browse_as):
    page = browse_as(CounsellorFactory()).get("handout.offer", offer_id=telling("TIG").id)

    assert "Laissé de côté" in page
    assert "extrait de jugement" in page


def test_a_title_that_tells_gives_way_to_the_kind_of_place(telling, browse_as):
    offer = telling("LOGEMENT", title="Hébergement (P.P.S.M.J.)")
    page = browse_as(CounsellorFactory()).open("GET", "handout.offer", offer_id=offer.id)

    tools, sheet = page.text.split("<article")
    assert f"<h1>{ours()['fr'].kinds[offer.type_code]}" in sheet
    assert offer.title in tools


@pytest.mark.parametrize(
    ("title", "neutral"),
    [
        ("Entretien (T.I.G.)", False),
        ("Postes de tigistes", False),
        ("Foyer pour ex-détenus", False),
        ("Personnes placées sous main de justice", False),
        ("Hébergement des libérables", False),
        ("Réparation PÉNALE", False),
        ("Infirmière libérale", True),
        ("Chantier d'espaces verts, de 8 h à 12 h", True),
    ],
)
def test_what_tells_is_told_from_what_does_not(title, neutral):
    assert is_neutral(title) is neutral


@pytest.mark.parametrize("channel", AdmissionChannel)
def test_each_way_to_be_admitted_is_said_in_neutral_words(telling, browse_as, channel):
    offer = telling("LOGEMENT", admission=channel, languages=[], documents_required=[])
    page = browse_as(CounsellorFactory()).get("handout.offer", offer_id=offer.id)

    assert "Comment être reçu" in page
    assert told(page.split("Comment être reçu")[1].split("Fiche faite")[0]) == []


@pytest.mark.parametrize("language", ours().values(), ids=lambda one: one.code)
def test_no_sentence_of_ours_tells(language):
    said = [*language.phrases.values(), *language.families.values(), *language.kinds.values()]

    assert [one for one in said if told(one) or not is_neutral(one)] == []


def test_every_kind_has_plain_words():
    french = ours()["fr"]
    families = set(Family) - {Family.TIG, Family.STAGE}
    kinds = {code.value for family in families for code in types_of(family)}

    assert {k for k in kinds if not k.startswith("AUTRE")} - french.kinds.keys() == set()


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("CSAPA Le Tilleul", "Centre de soins et de prévention des addictions Le Tilleul"),
        ("Foyer de jeunes travailleurs (FJT)", "Foyer de jeunes travailleurs"),
        ("Foyer FJT des Quais", "Foyer de jeunes travailleurs des Quais"),
        ("Accueil au CCAS", "Accueil au centre communal d'action sociale"),
        ("Association APUS", "Association APUS"),
    ],
)
def test_known_acronyms_are_written_out(written, plain):
    assert written_out(written, spelt) == plain


def test_the_sheet_of_a_stay_says_the_day_and_names_nobody_it_is_for(browse_as, session):
    placement = PlacementFactory(supervisor_name="Dominique Roux")
    person = placement.orientation.person
    counsellor = placement.orientation.requested_by

    page = browse_as(counsellor).get("handout.stay", placement_id=placement.id)

    assert "On vous attend le" in page
    assert "Demandez Dominique Roux." in page
    sheet = page.split("Télécharger le PDF")[1]
    assert person.last_name not in sheet
    assert told(sheet.split("Fiche faite")[0].replace("Espaces verts", "")) == []
