"""Where the lines of a batch are: their communes, and the points of theirs that are believed."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from app.imports import saying
from app.imports.communes import Communes
from app.imports.distance import believed
from app.imports.lines import Line, still_open
from app.imports.placing import Lost, place
from app.imports.pointing import communes_at
from exchange.rows import Site


def locate(session: Session, lines: Sequence[Line], communes: Communes) -> None:
    """Reject those whose commune is not clear, leave out points too far, say what others say."""
    sites = [
        (line, key, site)
        for line in still_open(lines)
        for key, site in saying.sites(line.row.partner).items()
    ]
    codes = communes_at(session, {at: site for at, (_, _, site) in enumerate(sites)})
    for at, (line, key, site) in enumerate(sites):
        if line.is_open:
            _place(
                line, key, replace(site, commune_code=codes.get(at, site.commune_code)), communes
            )
    places = [(line, key) for line in still_open(lines) for key in line.spots]
    spots = {at: line.spots[key] for at, (line, key) in enumerate(places)}
    for at, spot in believed(session, spots).items():
        line, key = places[at]
        line.spots[key] = spot
        line.faults += spot.remarks
    for line in still_open(lines):
        line.said = saying.said(line.row.partner, line.spots)


def _place(line: Line, key: str, site: Site, communes: Communes) -> None:
    """The commune of one of its sites, or what is not clear about it."""
    found = place(site, communes, line.row.line)
    if isinstance(found, Lost):
        line.reject(found.fault)
    else:
        line.spots[key] = found
