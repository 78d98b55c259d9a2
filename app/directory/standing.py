"""Where a site stands already: a form whose point nobody touched leaves it there."""

from dataclasses import dataclass

from app.directory.point import coordinates
from models.codes.organization import PointPrecision
from models.organization import Site

PRECISE = (PointPrecision.HOUSENUMBER, PointPrecision.STREET)


@dataclass(frozen=True)
class Standing:
    """A point, longitude first, in degrees; its commune; how exact it is."""

    point: tuple[float, float]
    insee_code: str
    precision: PointPrecision

    @property
    def is_precise(self) -> bool:
        """Whether it is a point of the site's own."""
        return self.precision in PRECISE

    def stays_in(self, insee_code: str | None) -> bool:
        """Whether the point still serves in this commune; a hidden one is never its own."""
        return insee_code == self.insee_code and self.precision is not PointPrecision.HIDDEN


def standing(site: Site | None) -> Standing | None:
    """That of a site; None when it has no point."""
    if site is None or site.public_point is None:
        return None
    return Standing(coordinates(site.public_point), site.insee_code, site.precision)
