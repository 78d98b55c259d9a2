"""What people keep of the directory."""

import factory

from models.saved import Favourite, SavedSearch, SearchNews, UnitNote
from tests.factories.accounts import CounsellorFactory, UnitFactory
from tests.factories.base import Factory
from tests.factories.offers import TigPostFactory


class SavedSearchFactory(Factory):
    """A watched search of a counsellor, which knew no offer."""

    class Meta:
        model = SavedSearch
        exclude = ("account",)

    account = factory.SubFactory(CounsellorFactory)
    account_id = factory.SelfAttribute("account.id")
    name = factory.Sequence(lambda n: f"Recherche {n}")
    query = {"famille": ["SANTE"]}
    said = "Santé, dans toute la France"
    is_watched = True
    home_url = "https://maillage.exemple.fr/"
    known_ids = factory.LazyFunction(list)
    free_ids = factory.LazyFunction(list)


class SearchNewsFactory(Factory):
    """An offer that a search brought."""

    class Meta:
        model = SearchNews
        exclude = ("search", "offer")

    search = factory.SubFactory(SavedSearchFactory)
    offer = factory.SubFactory(TigPostFactory)
    search_id = factory.SelfAttribute("search.id")
    offer_id = factory.SelfAttribute("offer.id")
    kind = "FOUND"


class FavouriteFactory(Factory):
    """An offer that a unit starred."""

    class Meta:
        model = Favourite
        exclude = ("unit", "offer")

    unit = factory.SubFactory(UnitFactory)
    offer = factory.SubFactory(TigPostFactory)
    unit_id = factory.SelfAttribute("unit.id")
    offer_id = factory.SelfAttribute("offer.id")


class UnitNoteFactory(FavouriteFactory):
    """A note of a unit about an offer."""

    class Meta:
        model = UnitNote

    text = "Demander l'accueil le mardi matin."
