"""Words that may tell an offence or somebody's health are shown once, and never stop the text."""

from html import unescape

import pytest
from sqlalchemy import select

from app.fields import sensitive
from models.saved import UnitNote
from tests.factories import CounsellorFactory, HousingOfferFactory, UnitFactory

TOLD = "Refuse les dossiers de Stupéfiants ; a eu un locataire schizophrène."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TOLD, ["Stupéfiants", "schizophrène"]),
        ("Condamné deux fois, CONDAMNE encore", ["Condamné"]),
        ("sans obligation de soins", ["obligation de soins"]),
        ("Rideau violet, volets, volaille, la Crimée, prisonnière", []),
        ("Ne pas appeler avant dix heures : demander l'accueil de l'été.", []),
    ],
)
def test_words_are_seen_as_they_are_written(text, words):
    assert sensitive.seen(text) == words


def test_a_text_is_kept_once_its_words_were_shown(browse_as, session):
    offer, unit = HousingOfferFactory(), UnitFactory()
    counsellor = browse_as(CounsellorFactory(unit=unit))

    def send(**more):
        note = {"text": TOLD, "unit_id": str(unit.id)} | more
        return counsellor.post("favourites.create_note", note, offer_id=offer.id)

    first = send()
    warned = unescape(first.text).replace("\u00a0", " ")
    assert first.status_code == 422
    assert "Relisez : vous avez écrit « Stupéfiants », « schizophrène »." in warned
    assert TOLD in warned
    assert session.scalars(select(UnitNote)).all() == []

    assert 'name="text-relu" value="stupefiants|schizophrene"' in warned
    assert send(**{"text-relu": "stupefiants"}).status_code == 422
    assert send(**{"text-relu": "stupefiants|schizophrene"}).status_code == 302
    assert session.scalars(select(UnitNote.text)).all() == [TOLD]
