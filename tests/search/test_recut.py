"""Words run together, split in two or with two letters swapped are read as those in use."""

import pytest

from models.codes.services import CareType, SupportType
from tests import factories
from tests.search.conftest import Ask, Find


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("autoecole", {"autoecole": "auto ecole"}),
        ("permisdeconduire", {"permisdeconduire": "permis de conduire"}),
        ("chantiersvert", {"chantiersvert": "chantiers vert"}),
        ("recy clerie", {"recy clerie": "recyclerie"}),
        ("recycleire", {"recycleire": "recyclerie"}),
        ("cspaa", {"cspaa": "csapa"}),
        ("misson", {"misson": "mission"}),
    ],
)
def test_what_was_meant_is_told(typed: str, read: dict[str, str], ask: Ask):
    factories.SupportOfferFactory(title="Recyclerie", support_type=SupportType.AUTO_ECOLE_SOCIALE)
    factories.CareOfferFactory(care_type=CareType.CSAPA)
    factories.TigPostFactory(title="Chantiers verts", nature_of_work="Miss et mission")

    page = ask(typed)

    assert page.corrections == read
    assert page.hits


def test_a_half_typed_word_of_the_vocabulary_is_finished(ask: Ask):
    factories.CareOfferFactory(care_type=CareType.ELSA)

    assert ask("toxicom").corrections == {"toxicom": "toxicomanie"}


def test_used_words_are_never_joined_nor_cut(ask: Ask):
    factories.SupportOfferFactory(title="Porte monnaie", description="portemonnaie")

    assert not ask("porte monnaie").corrections
    assert not ask("portemonnaie").corrections


def test_a_street_finds_who_is_there_and_nobody_else(find: Find):
    offer = factories.SupportOfferFactory(site__address="12 rue des Lilas")
    factories.SupportOfferFactory(site__address="1 place de l'Hôtel de Ville")

    assert find("rue des lilas") == [offer]
    assert find("12 rue des Lil") == [offer]
    assert find("hôtel") == []


def test_the_street_of_a_confidential_site_is_not_searched(find: Find):
    factories.SupportOfferFactory(site__address="12 rue des Lilas", site__is_confidential=True)

    assert find("rue des lilas") == []
