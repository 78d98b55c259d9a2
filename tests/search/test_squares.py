"""The squares of the ground that a radius touches hold every offer it reaches."""

import pytest
import sqlalchemy as sa

from search.postgresql.squares import MOST, around, of
from search.request import Place, SearchRequest

PLACES = [
    (2.35, 48.85),  # Paris
    (3.06, 50.63),  # Lille
    (9.45, 42.70),  # Bastia
    (-4.49, 48.39),  # Brest
    (-52.33, 4.92),  # Cayenne
    (55.45, -20.88),  # Saint-Denis de La Réunion
    (-56.17, 46.78),  # Saint-Pierre-et-Miquelon
    (0.0, 45.0),  # the corner of four squares
]
ON_THE_EDGE = sa.text("""
    SELECT DISTINCT (tsvector_to_array(
        directory.squared_words('a'::tsvector, edge, false, '{}')
    ))[1]
    FROM generate_series(0, 359, 3) AS degrees, ST_Project(
        ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)::geography, :metres, radians(degrees)
    ) AS edge
""")


@pytest.mark.parametrize("km", [0, 1, 10, 20, 50])
@pytest.mark.parametrize(("lon", "lat"), PLACES)
def test_every_point_of_a_radius_is_in_one_of_its_squares(session, lon, lat, km):
    touched = session.scalars(ON_THE_EDGE, {"lon": lon, "lat": lat, "metres": km * 1000}).all()

    assert {word.removesuffix("a") for word in touched} <= set(around(Place(lon, lat), km))


def test_far_away_the_whole_country_is_a_shorter_question():
    assert 0 < len(around(Place(2.35, 48.85), 50)) <= MOST
    assert around(Place(2.35, 48.85), 200) == ()
    assert of(SearchRequest()) == ()
