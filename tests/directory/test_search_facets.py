"""The panel of filters: each value with how many offers it would give."""

from models.codes.offer import Cost, Weekday
from tests.factories import CareOfferFactory, CounsellorFactory, LotFactory, TigPostFactory


def index(browse_as, **asked):
    return browse_as(CounsellorFactory()).get("directory.index", **asked)


def test_each_value_says_how_many_it_would_give(browse_as):
    TigPostFactory(days=[Weekday.SAT], requires_driving=True)
    TigPostFactory(languages=["Arabe"], cost=Cost.FREE)
    LotFactory(offer=CareOfferFactory(cost=Cost.FREE))

    page = index(browse_as)

    for said in (
        "samedi (3)",
        "lundi (2)",
        "Gratuit (2)",
        "Sans devoir conduire (2)",
        "Arabe (1)",
        "Une place libre aujourd'hui (1)",
        "Sans rendez-vous (1)",
        "Semi-liberté (3)",
    ):
        assert said in page
    assert "Roumain" not in page
    assert "d'abord vos mots" not in page
    assert "Dans l'ordre : les places libres, puis les informations les plus récentes." in page


def test_counts_keep_the_other_filters(browse_as):
    TigPostFactory(days=[Weekday.SAT], cost=Cost.FREE)
    TigPostFactory(days=[Weekday.MON], cost=Cost.PAID)

    page = index(browse_as, jours="SAT")

    assert "samedi (1)" in page
    assert "lundi (1)" in page
    assert "Payant (0)" in page
    assert "Jours : samedi" in page


def test_a_value_that_gives_nothing_stays_while_it_is_chosen(browse_as):
    TigPostFactory()

    page = index(browse_as, langue="ro", mesure="DDSE")

    assert "Roumain (0)" in page
    assert "Langue parlée : Roumain" in page
