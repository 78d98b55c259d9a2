"""Codes of imports: how far a run has come, and what becomes of each of its lines."""

from models.base import Code


class RunState(Code):
    """The life of a run."""

    READING = "READING", "Lecture en cours"
    FAILED = "FAILED", "Fichier refusé"
    PREVIEWED = "PREVIEWED", "À vérifier"
    DROPPED = "DROPPED", "Abandonné"
    APPLYING = "APPLYING", "Import en cours"
    APPLIED = "APPLIED", "Importé"
    UNDOING = "UNDOING", "Annulation en cours"
    UNDONE = "UNDONE", "Annulé"

    @property
    def is_under_way(self) -> bool:
        """Whether a worker has something to do for it."""
        return self in UNDER_WAY


UNDER_WAY = frozenset({RunState.READING, RunState.APPLYING, RunState.UNDOING})


class Outcome(Code):
    """What a line is found to be when it is compared with the directory."""

    CREATE = "CREATE", "À créer"
    CHANGE = "CHANGE", "À modifier"
    DOUBT = "DOUBT", "À vérifier"
    SAME = "SAME", "Sans changement"
    REJECT = "REJECT", "Rejetées"


class Doubts(Code):
    """What becomes of the doubtful lines about which nobody decided."""

    LEAVE = "LEAVE", "Les laisser de côté"
    CREATE = "CREATE", "Créer des fiches à part, proposées ensuite comme doublons possibles"


class Decision(Code):
    """What somebody said of one doubtful line."""

    CREATE = "CREATE", "Créer une fiche à part"
    SAME = "SAME", "C'est la même : la mettre à jour"
    LEAVE = "LEAVE", "Ne pas importer"


class Step(Code):
    """How far one line has come."""

    WAITING = "WAITING", "En attente"
    DONE = "DONE", "Importée"
    LEFT = "LEFT", "Laissée de côté"
    UNDONE = "UNDONE", "Annulée"
    KEPT = "KEPT", "Gardée"
