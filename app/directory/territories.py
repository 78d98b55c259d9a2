"""What a commune is in, looked at whole: its grouping of communes, or its département."""

from typing import NamedTuple

from sqlalchemy.orm import Session

from models.reference import Commune, Department, Epci
from search.geocoder.place import Place


class Territory(NamedTuple):
    """A name, and the parameter of a search that keeps to it."""

    label: str
    asked: dict[str, str]


def whole_of(session: Session, found: Place, *, by_grouping: bool) -> Territory:
    """The grouping of a commune if it is asked for and has one, else the département."""
    grouping = _grouping(session, found.insee_code) if by_grouping else None
    if grouping is not None:
        return Territory(grouping.name, {"epci_siren": grouping.siren})
    department = session.get(Department, found.department_code)
    label = f"{department.name} ({department.code})" if department else found.label
    return Territory(label, {"department_code": found.department_code})


def _grouping(session: Session, insee_code: str | None) -> Epci | None:
    """An arrondissement is in the grouping of its commune."""
    commune = session.get(Commune, insee_code) if insee_code else None
    if commune is not None and commune.parent_code:
        commune = session.get(Commune, commune.parent_code)
    siren = commune.epci_siren if commune else None
    return session.get(Epci, siren) if siren else None
