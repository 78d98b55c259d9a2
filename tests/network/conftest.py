"""What the tests of the network share: copies refreshed by the worker, tiles decoded."""

import math

import mapbox_vector_tile
import pytest

from app.network.refreshing import refresh
from models.network import OfferState
from tests.factories import CoordinatorFactory, ManagerFactory

VILLEURBANNE = 4.8795, 45.7665


@pytest.fixture
def refreshed(session, connection):
    """Copies what changed, as the worker's role."""

    def run() -> int:
        session.flush()
        connection.exec_driver_sql("SET LOCAL ROLE maillage_worker")
        done = refresh(session)
        connection.exec_driver_sql("RESET ROLE")
        session.expire_all()
        return done

    return run


@pytest.fixture
def state(session, refreshed):
    """The copy of an offer, after a refresh."""

    def read(offer):
        refreshed()
        return session.get(OfferState, offer.id)

    return read


@pytest.fixture
def over():
    """The tile over a point, and where in it the point falls, from 0 to 1."""

    def locate(zoom, lon=VILLEURBANNE[0], lat=VILLEURBANNE[1]):
        x = (lon + 180) / 360 * 2**zoom
        y = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * 2**zoom
        return {"zoom": zoom, "x": int(x), "y": int(y)}, (x % 1, y % 1)

    return locate


@pytest.fixture
def read(browse_as, refreshed, over):
    """The features of one layer of the tile over a place, after a refresh."""
    browsers = {}

    def features(layer, zoom, query="", account=None, here=VILLEURBANNE):
        refreshed()
        key = account and account.id
        if key not in browsers:
            browsers[key] = browse_as(account or CoordinatorFactory())
        where, _ = over(zoom, *here)
        address = "/reseau/tuiles/{zoom}/{x}/{y}.mvt".format(**where)
        answer = browsers[key].open_address("GET", f"{address}?{query}")
        assert answer.status_code in (200, 204)
        layers = mapbox_vector_tile.decode(answer.data, default_options={"y_coord_down": True})
        return layers.get(layer, {"features": []})["features"]

    return features


@pytest.fixture
def listed(browse_as):
    """What a manager of the Rhône reads on one list."""
    return lambda which, **asked: browse_as(ManagerFactory()).get(
        "network.attention_list", which=which, **asked
    )
