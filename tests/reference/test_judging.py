"""Which published points are believed."""

import pytest
import shapely

from seeds.reference.points import FARTHEST_KM, Refusal, distance_km, judge, refusals

LYON = shapely.box(4.77, 45.70, 4.90, 45.81)
CAYENNE = shapely.box(-52.40, 4.80, -52.20, 4.95)


def published(lon, lat):
    return shapely.to_wkb(shapely.Point(lon, lat), hex=True)


@pytest.mark.parametrize(
    ("lon", "lat", "outline", "refusal"),
    [
        (4.835, 45.767, LYON, None),
        (4.95, 45.767, LYON, None),
        (5.15, 45.767, LYON, Refusal.FAR),
        (45.767, 4.835, LYON, Refusal.SWAPPED),
        (49.2, 49.2, LYON, Refusal.OUTSIDE),
        (0.0, 0.0, LYON, Refusal.OUTSIDE),
        (-52.33, 4.93, CAYENNE, None),
        (-52.33, 5.20, CAYENNE, Refusal.FAR),
        (4.835, 45.767, None, None),
        (2.35, 48.86, LYON, Refusal.FAR),
    ],
)
def test_a_point_is_believed_or_refused_for_a_reason(lon, lat, outline, refusal):
    judged = judge(published(lon, lat), outline)

    assert judged.refusal is refusal
    assert (judged.point is None) == (refusal is not None)


def test_a_believed_point_keeps_longitude_first():
    judged = judge(published(4.835, 45.767), LYON)

    assert judged.point == shapely.Point(4.835, 45.767)


def test_an_empty_point_is_refused_and_a_missing_one_is_only_missing():
    assert judge(shapely.to_wkb(shapely.Point(), hex=True), LYON).refusal is Refusal.EMPTY
    assert judge("", LYON) == judge("", None)
    assert judge("", LYON).point is None
    assert judge("", LYON).refusal is None


def test_the_distance_is_in_kilometres_even_where_degrees_narrow():
    beside = shapely.Point(3.0, 50.6)
    outline = shapely.Point(3.2, 50.6).buffer(0.0001)

    assert distance_km(beside, outline) == pytest.approx(14.16, rel=0.01)
    assert distance_km(beside, outline) < FARTHEST_KM


def test_refusals_are_counted_by_reason():
    judged = [judge(published(49.2, 49.2), LYON)] * 2 + [judge(published(5.15, 45.767), LYON)]

    assert refusals(judged) == {"hors de France": 2, "à plus de 15 km de la commune": 1}
