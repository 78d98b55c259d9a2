"""What the map of the candidates draws; longitude first, and only on our own base map."""

from typing import Any

from flask import url_for
from geoalchemy2 import WKBElement
from geoalchemy2.shape import to_shape
from shapely.geometry import mapping

from app.decisions.judging import Bucket
from app.matching.queries import home_of
from app.matching.searching import Candidate
from models.plan import Need


def points(need: Need, candidates: list[Candidate]) -> list[dict[str, Any]]:
    """One point per candidate that is on the map; beside those that fit, the others are pale."""
    has_fits = any(one.judgement.bucket is Bucket.FITS for one in candidates)
    placed = ((one, one.offer.site.public_point) for one in candidates)
    return [
        point(need, one, where) | {"pale": has_fits and is_short(one)}
        for one, where in placed
        if where is not None
    ]


def point(need: Need, one: Candidate, where: WKBElement) -> dict[str, Any]:
    """One candidate as the map component wants it."""
    lon, lat = lon_lat(where)
    return {
        "id": one.offer.id,
        "lon": lon,
        "lat": lat,
        "family": one.offer.family,
        "label": f"{one.offer.title}, {one.offer.organization.legal_name}",
        "sign": one.availability.sign,
        "n": one.availability.free,
        "url": url_for("matching.new", need_id=need.id, lot_id=one.lot.id),
    }


def is_short(one: Candidate) -> bool:
    """Whether something keeps it from fitting."""
    return one.judgement.bucket is not Bucket.FITS


def lon_lat(where: WKBElement) -> list[float]:
    """A point as GeoJSON writes it."""
    return list(mapping(to_shape(where))["coordinates"])


def home(need: Need) -> list[float] | None:
    """Where distances start from."""
    point = home_of(need)
    return None if point is None else lon_lat(point)


def zones(need: Need) -> dict[str, Any] | None:
    """The zones of the plan, as GeoJSON; None when there is none."""
    drawn = [one.zone for one in need.plan.constraints if one.zone is not None]
    if not drawn:
        return None
    features = [
        {"type": "Feature", "properties": {}, "geometry": mapping(to_shape(zone))} for zone in drawn
    ]
    return {"type": "FeatureCollection", "features": features}
