"""A place is named as one says it in French."""

import pytest

from app.directory.forms.search import SearchForm
from app.directory.understood import meaning
from search.geocoder.place import Place, PlaceKind


@pytest.mark.parametrize(
    ("commune", "said"),
    [
        ("Villeurbanne", "près de Villeurbanne, 20 km"),
        ("Oyonnax", "près d'Oyonnax, 20 km"),
        ("Écully", "près d'Écully, 20 km"),
        ("Les Abrets en Dauphiné", "près des Abrets en Dauphiné, 20 km"),
        ("Le Bois-d'Oingt", "près du Bois-d'Oingt, 20 km"),
    ],
)
def test_a_place_takes_its_article(app, commune, said):
    with app.test_request_context():
        form = SearchForm(formdata=None)
        form.found = place(commune)

        assert said in meaning(form, {}).replace("\u00a0", " ")


def place(name):
    """That commune, somewhere."""
    return Place(f"{name} (69000, Rhône)", PlaceKind.COMMUNE, None, None, "69", 4.8, 45.7, None, 1)
