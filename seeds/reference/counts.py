"""How many rows the reference data made, and how many points were refused."""

from dataclasses import dataclass, field
from typing import Any

CREDIT = "INSEE, La Poste, DILA, IGN, © contributeurs OpenStreetMap"

LABELS = {
    "regions": "régions",
    "departments": "départements",
    "epcis": "intercommunalités",
    "communes": "communes et arrondissements",
    "former_communes": "noms de communes déléguées ou associées",
    "postal_codes": "codes postaux",
    "town_halls": "mairies",
    "map_shapes": "tracés du fond de carte",
    "unlocated": "communes sans position connue",
}


@dataclass(frozen=True)
class Counts:
    """What one load put in the tables; `fresh` is false when it was all there already."""

    rows: dict[str, int] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)
    fresh: bool = True

    @classmethod
    def of_record(cls, stored: dict[str, Any]) -> "Counts":
        """The counts of an earlier load."""
        return cls(rows=stored["rows"], refused=stored["refused"], fresh=False)

    def to_record(self) -> dict[str, Any]:
        """The counts as they are stored."""
        return {"rows": self.rows, "refused": self.refused}

    def __str__(self) -> str:
        """A French account, one line per table, for whoever ran the command."""
        state = "chargées" if self.fresh else "déjà à jour"
        lines = [f"Données de référence {state} ({CREDIT})."]
        lines += [f"{count:>8} {LABELS[name]}" for name, count in self.rows.items()]
        lines += [refused(count, why) for why, count in self.refused.items()]
        return "\n".join(lines)


def refused(count: int, why: str) -> str:
    """One line about points that were not used."""
    plural = "s" if count > 1 else ""
    return f"{count:>8} point{plural} de mairie refusé{plural} : {why}"
