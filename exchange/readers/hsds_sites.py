"""A location of HSDS as a site of ours."""

import re

from exchange.line import Line
from exchange.readers.hsds_base import Address, Location
from exchange.readers.hsds_schedule import hours_of
from exchange.rows import Site
from exchange.values import places, reach
from exchange.values.text import cleaned, shortened
from models.codes.organization import PmrAccess

INSEE = re.compile(r"(?:\d{2}|2[AB])\d{3}")


def site_of(line: Line, location: Location, owner: str) -> Site:
    """Where it is; without an address, the commune that its identifier names."""
    address = location.addresses[0] if location.addresses else Address()
    phone = location.phones[0].number if location.phones else ""
    code = location.external_identifier
    is_commune = "INSEE" in location.external_identifier_type.upper() and INSEE.fullmatch(code)
    lon, lat = _point(line, location)
    return Site(
        name=shortened(cleaned(location.name or owner)),
        address=shortened(cleaned(address.address_1), 250) or None,
        complement=shortened(cleaned(address.address_2), 250) or None,
        commune_code=code if is_commune else None,
        postal_code=line.spare("postal_code", address.postal_code, places.postal_code),
        city=places.city(cleaned(address.city)) or None,
        lon=lon,
        lat=lat,
        hours=line.spare("schedules", location.schedules, hours_of),
        phone=line.spare("phones", phone, reach.phone),
        pmr_access=_access(location),
    )


def _point(line: Line, location: Location) -> tuple[float | None, float | None]:
    """Longitude and latitude, both or neither."""
    if location.longitude is None or location.latitude is None:
        return None, None
    lon = line.spare("longitude", str(location.longitude), places.longitude)
    lat = line.spare("latitude", str(location.latitude), places.latitude)
    return (lon, lat) if lon is not None and lat is not None else (None, None)


def _access(location: Location) -> PmrAccess:
    labels = {access.label: access for access in PmrAccess}
    told = (labels.get(one.description) for one in location.accessibility)
    return next((access for access in told if access), PmrAccess.UNKNOWN)
