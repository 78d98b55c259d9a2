"""The fields of an organization or of a site, as they are compared and chosen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from app.filters import phone
from app.hours.french import in_french
from models.base import Code
from models.codes.duplicates import Level
from models.organization import Organization, Site

Record = Organization | Site


@dataclass(frozen=True)
class Field:
    """Columns that are chosen together, under one label; `shows` says them in one line."""

    name: str
    label: str
    columns: tuple[str, ...] = ()
    shows: Callable[[Any], str] = field(default=str)

    def said(self, record: Record) -> str:
        """What the record holds, in French; "" when nobody said."""
        if len(self.columns) > 1:
            return self.shows(record)
        value = getattr(record, self.name)
        return "" if value in (None, "", []) else self.shows(value)


def label(code: Code) -> str:
    """A code in French."""
    return code.label


def several(values: list[str]) -> str:
    """A list in one line."""
    return ", ".join(values)


def yes(value: bool) -> str:
    """A fact that is or is not."""
    return "oui" if value else "non"


def where(site: Site) -> str:
    """Number, street and commune; of a confidential site, the commune."""
    commune = f"{site.postal_code or ''} {site.commune.name}".strip()
    if site.is_confidential:
        return f"{site.commune.name}, adresse confidentielle"
    return f"{site.address}, {commune}" if site.address else commune


def stop(site: Site) -> str:
    """The stop and how far it is on foot."""
    walk = site.nearest_stop_walk_min
    parts = (site.nearest_stop, f"{walk} min à pied" if walk is not None else None)
    return ", ".join(part for part in parts if part)


FIELDS: dict[Level, tuple[Field, ...]] = {
    Level.ORGANIZATION: (
        Field("legal_name", "Nom"),
        Field("acronym", "Sigle"),
        Field("legal_form", "Forme juridique", shows=label),
        Field("status", "État du partenariat", shows=label),
        Field("siret", "SIRET"),
        Field("rna", "Numéro RNA"),
        Field("finess", "Numéro FINESS"),
        Field("uai", "Numéro UAI"),
        Field("national_reference", "Arrêté d'habilitation nationale"),
        Field("phone", "Téléphone", shows=phone),
        Field("email", "Courriel"),
        Field("website", "Site internet"),
        Field("networks", "Réseaux", shows=several),
        Field("description", "Présentation"),
    ),
    Level.SITE: (
        Field("name", "Nom du site"),
        Field(
            "place",
            "Lieu",
            (
                *("address", "postal_code", "insee_code"),
                *("department_code", "public_point", "precision"),
            ),
            where,
        ),
        Field("phone", "Téléphone", shows=phone),
        Field("email", "Courriel"),
        Field("opening_hours", "Horaires", shows=in_french),
        Field("pmr_access", "Accès en fauteuil roulant", shows=label),
        Field("accessibility_url", "Fiche d'accessibilité"),
        Field("stop", "Arrêt le plus proche", ("nearest_stop", "nearest_stop_walk_min"), stop),
        Field("last_service_time", "Dernier passage", shows=lambda time: f"{time:%H h %M}"),
        Field("is_car_needed", "Voiture nécessaire", shows=yes),
    ),
}
# What nobody chooses: keys, dates, where a record came from, and what follows from the rest.
NOT_CHOSEN = frozenset(
    {
        *("id", "organization_id", "created_at", "modified_at", "name_key"),
        *("source", "source_id", "verified_at", "verified_by", "verified_channel"),
        # A site that either record calls confidential stays so.
        "is_confidential",
    }
)


@dataclass(frozen=True)
class Line:
    """One field of two records, side by side."""

    name: str
    label: str
    said: tuple[str, str]

    @property
    def differs(self) -> bool:
        """Whether somebody has to choose."""
        return self.said[0] != self.said[1]

    @property
    def better(self) -> int:
        """Which one to propose: 1 when only the second says something."""
        return int(self.differs and not self.said[0])


def lines(level: Level, first: Record, second: Record) -> Iterator[Line]:
    """The fields that at least one of the two fills."""
    for one in FIELDS[level]:
        said = (one.said(first), one.said(second))
        if any(said):
            yield Line(one.name, one.label, said)


def columns(level: Level, names: frozenset[str]) -> list[str]:
    """The columns of these fields."""
    chosen = (one for one in FIELDS[level] if one.name in names)
    return [column for one in chosen for column in one.columns or (one.name,)]
