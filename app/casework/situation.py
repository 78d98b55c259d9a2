"""Where somebody's plan stands, in one line."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from app.filters import period
from models.codes.journey import OrientationStatus, PlacementStatus

STAYS = {
    PlacementStatus.STARTED: "placement en cours",
    PlacementStatus.SUSPENDED: "placement suspendu",
    PlacementStatus.PLANNED: "placement à venir",
}
REQUESTS = {
    OrientationStatus.ACCEPTED: "place acceptée, à confirmer",
    OrientationStatus.SENT: "demande envoyée, réponse attendue",
    OrientationStatus.WAITLISTED: "sur liste d'attente",
    OrientationStatus.DRAFT: "place réservée, demande à envoyer",
}


@dataclass(frozen=True)
class Situation:
    """What is known of somebody's open plan: its window, what is missing, what is under way."""

    window: tuple[dt.date, dt.date] | None
    unmet: int
    requests: Counter[OrientationStatus]
    stays: Counter[PlacementStatus]

    @property
    def sentence(self) -> str:
        """« Entrée prévue du 3 mars au 17 mars : place acceptée, à confirmer »."""
        steps = "; ".join(self.steps()).replace(";", " ;")
        if self.window is None:
            return f"Pas de projet en cours ; {steps}" if steps else "Pas de projet en cours"
        plan = f"Entrée prévue {period(*self.window)}"
        if steps:
            return f"{plan} : {steps}"
        return f"{plan} : place à trouver" if self.unmet else f"{plan} : aucun besoin en attente"

    def steps(self) -> list[str]:
        """What is under way, the most advanced first."""
        stays = [counted(words, self.stays[status]) for status, words in STAYS.items()]
        requests = [counted(words, self.requests[status]) for status, words in REQUESTS.items()]
        return [step for step in stays + requests if step]


def counted(words: str, count: int) -> str:
    """The words, their number when there are several, nothing when there is none."""
    return "" if count == 0 else words if count == 1 else f"{words} ({count})"
