"""Where the lines of a batch are: their communes, and the points of theirs that are believed."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from app.imports import saying
from app.imports.communes import Communes
from app.imports.distance import believed
from app.imports.lines import Line, still_open
from app.imports.placing import Lost, Spot, place
from app.imports.pointing import communes_at


def locate(
    session: Session, lines: Sequence[Line], communes: Communes, territory: Collection[str] | None
) -> None:
    """Reject those whose commune is not clear, leave out points too far, say what others say."""
    sites = [
        (line, key, site)
        for line in still_open(lines)
        for key, site in saying.sites(line.row.partner).items()
    ]
    codes = communes_at(session, {at: site for at, (_, _, site) in enumerate(sites)})
    for at, (line, key, site) in enumerate(sites):
        if line.is_open:
            site = replace(site, commune_code=codes.get(at, site.commune_code))
            _settle(line, key, place(site, communes, line.row.line, territory))
    places = [(line, key) for line in still_open(lines) for key in line.spots]
    spots = {at: line.spots[key] for at, (line, key) in enumerate(places)}
    for at, spot in believed(session, spots).items():
        line, key = places[at]
        line.spots[key] = spot
        line.faults += spot.remarks
    for line in still_open(lines):
        line.said = saying.said(line.row.partner, line.spots)


def _settle(line: Line, key: str, found: Spot | Lost) -> None:
    """The commune of one of its sites, or what is not clear about it."""
    if isinstance(found, Lost):
        line.reject(found.fault)
    else:
        line.spots[key] = found
