"""The totals hide small counts of placements in every sum, as the rule says."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.network import hiding
from app.network.totals_keeping import keep_all
from models.base import today
from search.network.territory import Level, Territory
from tests.factories import NetworkDayFactory
from tests.network.test_totals import BRON, VILLEFRANCHE, VILLEURBANNE, counted


def test_one_small_count_does_not_come_out_of_the_total(session):
    NetworkDayFactory(places=40, placements=12)
    NetworkDayFactory(insee_code=BRON, places=9, placements=3)

    found = counted(session, inner=Level.COMMUNE)

    shown = {line.label: hiding.placements_told(line.now.told) for line in found.by_place}
    assert shown == {"Villeurbanne": 12, "Bron": None}
    assert hiding.placements_told(found.whole.now.told) == 12
    assert hiding.is_about(found.whole.now.told)


def test_a_wider_territory_says_what_its_small_communes_add_up_to(session):
    for insee_code in (VILLEURBANNE, BRON, VILLEFRANCHE, "69123", "69381"):
        NetworkDayFactory(insee_code=insee_code, places=9, held=1, placements=3)

    rhone = counted(session)
    keep_all(session, today())
    france = counted(session, Territory(), Level.REGION)

    assert hiding.placements_told(rhone.whole.now.told) == 15
    assert hiding.placements_told(france.by_place[0].now.told) == 15


counts = st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(0, 9), st.integers(0, 9))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(counts)
def test_the_database_hides_as_the_rule_does(session, count):
    places, free, held, placements = count
    named = {"places": places, "free": min(free, places), "held": held, "placements": placements}
    row = NetworkDayFactory(**named)

    found = counted(session, inner=Level.COMMUNE)

    assert found.by_place[0].now.told == hiding.commune(**named)
    session.delete(row)
    session.flush()
