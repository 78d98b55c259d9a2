"""What the map of the candidates draws; longitude first, and only on our own base map."""

from typing import Any

from flask import url_for
from geoalchemy2.shape import to_shape
from shapely.geometry import mapping

from app.matching.queries import home_of
from app.matching.searching import Candidate
from models.plan import Need


def points(need: Need, candidates: list[Candidate]) -> list[dict[str, Any]]:
    """One point per candidate that is on the map."""
    return [point(need, one) for one in candidates if one.offer.site.public_point is not None]


def point(need: Need, one: Candidate) -> dict[str, Any]:
    """One candidate as the map component wants it."""
    shape = to_shape(one.offer.site.public_point)
    return {
        "id": one.offer.id,
        "lon": shape.x,
        "lat": shape.y,
        "family": one.offer.family,
        "label": f"{one.offer.title}, {one.offer.organization.legal_name}",
        "sign": one.availability.sign,
        "n": one.availability.free,
        "url": url_for("matching.new", need_id=need.id, lot_id=one.lot.id),
    }


def home(need: Need) -> list[float] | None:
    """Where distances start from."""
    point = home_of(need)
    if point is None:
        return None
    shape = to_shape(point)
    return [shape.x, shape.y]


def zones(need: Need) -> dict[str, Any] | None:
    """The zones of the plan, as GeoJSON; None when there is none."""
    drawn = [one.zone for one in need.plan.constraints if one.zone is not None]
    if not drawn:
        return None
    features = [
        {"type": "Feature", "properties": {}, "geometry": mapping(to_shape(zone))} for zone in drawn
    ]
    return {"type": "FeatureCollection", "features": features}
