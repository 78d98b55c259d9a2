"""Places and known sites that answer what was asked, the best first."""

from math import asin, cos, radians, sin, sqrt

from sqlalchemy.orm import Session

from app.geocode.asked import MOST, Asked
from app.geocode.geocodejson import POI, type_of
from search.geocoder import Place, search
from search.geocoder.place import EXACT_FORMER
from search.geocoder.sites import KnownSite, sites

# From its own score, what a place loses for each kilometre, and at most.
LOST_BY_KM, MOST_LOST = 0.001, 0.3
# Scores of names and codes that were only begun.
BEGUN = (0.8, EXACT_FORMER)
EARTH_KM = 6371.0


def found(session: Session, asked: Asked, *, with_sites: bool) -> list[Place | KnownSite]:
    """From none to `limit`, each with a point; sites of partners for those who may see them."""
    places: list[Place | KnownSite] = []
    if asked.type != POI:
        places += search(session, asked.q, MOST)
    if with_sites and asked.type in (None, POI):
        places += sites(session, asked.q, MOST)
    kept = [one for one in places if one.lon is not None and _fits(one, asked)]
    return sorted(kept, key=lambda one: -_worth(one, asked))[: asked.limit]


def _fits(one: Place | KnownSite, asked: Asked) -> bool:
    """Whether a place is of the type and area asked, and a whole name if that was asked."""
    return (
        asked.type in (None, type_of(one))
        and asked.postcode in (None, one.postal_code)
        and asked.citycode in (None, one.insee_code)
        and (asked.autocomplete or not BEGUN[0] <= one.score < BEGUN[1])
    )


def _worth(one: Place | KnownSite, asked: Asked) -> float:
    """Its score, less for a place far from the point given."""
    if asked.lat is None or asked.lon is None or one.lat is None or one.lon is None:
        return one.score
    away = _km(asked.lat, asked.lon, one.lat, one.lon)
    return one.score - min(away * LOST_BY_KM, MOST_LOST)


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points of a sphere: enough to tell near from far."""
    half_lat, half_lon = radians(other_lat - lat) / 2, radians(other_lon - lon) / 2
    wide = cos(radians(lat)) * cos(radians(other_lat))
    return 2 * EARTH_KM * asin(sqrt(min(1.0, sin(half_lat) ** 2 + wide * sin(half_lon) ** 2)))
