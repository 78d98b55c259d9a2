"""Which commune a line means and whether its point is to be believed; nothing is ever guessed.

A point is flagged and not used when it is outside France, when its two numbers are exchanged, or
when it is over 15 km from its commune (design §4); the commune's own point stands for it then.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from app.imports.communes import Communes, Town, resembling
from app.imports.likely import named
from exchange.rows import Fault, Site
from models.codes.organization import PointPrecision
from search.geocoder.france import in_france, looks_swapped

SAME_PLACE = 6
SEVERAL = "Plusieurs communes portent ce nom : donnez le code postal ou le code INSEE."
UNKNOWN = "Cette commune n'est pas connue à cet endroit."
ELSEWHERE = "Le code postal et la commune ne vont pas ensemble."
SHARED = "Ce code postal dessert plusieurs communes : donnez le nom de la commune."
MISSING = "La commune manque ou n'existe pas : donnez son code INSEE, ou code postal et nom."


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a site is: its commune, and a point of its own in degrees when there is a good one."""

    town: Town
    lon: float | None = None
    lat: float | None = None
    remarks: tuple[Fault, ...] = ()

    @property
    def precision(self) -> PointPrecision:
        """The commune alone, unless a point of its own is kept."""
        return PointPrecision.MUNICIPALITY if self.lon is None else PointPrecision.STREET


@dataclass(frozen=True, slots=True)
class Lost:
    """No commune, or several: what to tell whoever corrects the line."""

    fault: Fault


def place(
    site: Site, communes: Communes, line: int, territory: Collection[str] | None = None
) -> Spot | Lost:
    """The commune and the point of a site; distances are judged later, for many at once.

    Where a name is said alone, those of the territory (département codes) come before the others.
    """
    found = town_of(site, communes, territory)
    if isinstance(found, Town):
        return _with_point(Spot(found), site, line)
    return Lost(replace(found, line=line))


def town_of(
    site: Site, communes: Communes, territory: Collection[str] | None = None
) -> Town | Fault:
    """The commune, by its code, else by postal code and name, else by name alone."""
    if site.commune_code and (coded := communes.coded(site.commune_code)):
        return _district(coded, site, communes)
    served = communes.postal(site.postal_code or "")
    if site.city:
        found = _named(site.city, site, served, communes)
        return _ours(found, site.city, communes, territory or ())
    if len(served) == 1:
        return served[0]
    return _missing(site, served)


def _district(town: Town, site: Site, communes: Communes) -> Town:
    """The arrondissement that the postal code tells, for Paris, Lyon and Marseille."""
    served = communes.postal(site.postal_code or "")
    inside = [one for one in served if one.parent_code == town.code]
    return inside[0] if len(inside) == 1 else town


def _named(city: str, site: Site, served: list[Town], communes: Communes) -> Town | Fault:
    """A name among those of its postal code, else of its département, else of France."""
    near = served or _around(site, communes)
    exact = communes.named(city, near) if near else communes.named(city)
    if len(exact) == 1:
        return _district(exact[0], site, communes)
    districts = [one for one in served if one.parent_code and city_is(city, one, communes)]
    if len(districts) == 1:
        return districts[0]
    if len(served) == 1 and not communes.named(city):
        return served[0]
    if not exact and near and (elsewhere := communes.named(city)):
        return _unclear(city, elsewhere, ELSEWHERE)
    return _unclear(city, exact or resembling(city, near), SEVERAL if exact else UNKNOWN)


def _ours(
    found: Town | Fault, city: str, communes: Communes, territory: Collection[str]
) -> Town | Fault:
    """Of several communes of one name, those of the territory: the others would be refused."""
    if isinstance(found, Town) or found.reason != SEVERAL:
        return found
    ours = [town for town in communes.named(city) if town.department_code in territory]
    if len(ours) == 1:
        return ours[0]
    return _unclear(city, ours, SEVERAL) if ours else found


def city_is(city: str, district: Town, communes: Communes) -> bool:
    """Whether the city named is the one this arrondissement belongs to."""
    whole = communes.by_code[district.parent_code or ""]
    return whole in communes.named(city)


def _around(site: Site, communes: Communes) -> list[Town]:
    code = site.department_code
    postal = site.postal_code or ""
    if not code and len(postal) == 5:
        code = postal[:3] if postal.startswith("97") else postal[:2]
    return communes.of_department(code) if code else []


def _unclear(city: str, likely: list[Town], reason: str) -> Fault:
    return Fault(line=0, field="commune", value=city, reason=reason, nearest=named(likely))


def _missing(site: Site, served: list[Town]) -> Fault:
    value = site.commune_code or site.postal_code or ""
    if served:
        return Fault(0, "code_postal", value, SHARED, named(served))
    return Fault(0, "commune", value, MISSING)


def _with_point(spot: Spot, site: Site, line: int) -> Spot:
    """The point, if it is in France and the right way round."""
    if site.lon is None or site.lat is None or site.is_confidential:
        return spot
    if in_france(site.lon, site.lat):
        lon, lat = round(site.lon, SAME_PLACE), round(site.lat, SAME_PLACE)
        return replace(spot, lon=lon, lat=lat)
    if looks_swapped(site.lon, site.lat):
        reason = "Longitude et latitude sont inversées : le point n'est pas utilisé."
    else:
        reason = "Ce point n'est pas en France : il n'est pas utilisé."
    return replace(spot, remarks=(flagged(site.lon, site.lat, reason, line),))


def flagged(lon: float, lat: float, reason: str, line: int) -> Fault:
    """A point that is not used, told to whoever reads the preview."""
    return Fault(line=line, field="point", value=f"{lat} ; {lon}", reason=reason)
