"""Which published points are believed: inside France, and near the commune they stand for."""

import math
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

import shapely
from shapely import Point
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry

from search.geocoder.france import in_france, looks_swapped

FARTHEST_KM = 15.0
KM_PER_DEGREE = 111.195


class Refusal(StrEnum):
    """Why a published point is not used."""

    EMPTY = "vide"
    SWAPPED = "latitude et longitude inversées"
    OUTSIDE = "hors de France"
    FAR = "à plus de 15 km de la commune"


@dataclass(frozen=True)
class Judged:
    """A point one may use, or the reason it is refused; neither when nothing was published."""

    point: Point | None = None
    refusal: Refusal | None = None


def judge(published: str, outline: BaseGeometry | None) -> Judged:
    """Judge a point published as WKB in hexadecimal, longitude first."""
    if not published:
        return Judged()
    point = cast(Point, shapely.from_wkb(published))
    refusal = refusal_of(point, outline)
    return Judged(refusal=refusal) if refusal else Judged(point=point)


def refusal_of(point: Point, outline: BaseGeometry | None) -> Refusal | None:
    """The first reason to refuse a point, if any."""
    if point.is_empty:
        return Refusal.EMPTY
    if looks_swapped(point.x, point.y):
        return Refusal.SWAPPED
    if not in_france(point.x, point.y):
        return Refusal.OUTSIDE
    return Refusal.FAR if outline is not None and is_far(point, outline) else None


def is_far(point: Point, outline: BaseGeometry) -> bool:
    """Whether a point is over 15 km away; a distance in degrees is never too short, and quick."""
    if point.distance(outline) * KM_PER_DEGREE <= FARTHEST_KM:
        return False
    return distance_km(point, outline) > FARTHEST_KM


def distance_km(point: Point, outline: BaseGeometry) -> float:
    """Kilometres from a point to an outline, right to 1 % at 15 km; 0 inside."""
    narrowing = math.cos(math.radians(point.y))
    here, there = (scale(shape, xfact=narrowing, origin=(0, 0)) for shape in (point, outline))
    return float(here.distance(there)) * KM_PER_DEGREE


def refusals(judged: list[Judged]) -> dict[str, int]:
    """How many points were refused, by reason."""
    return dict(Counter(str(one.refusal) for one in judged if one.refusal))
