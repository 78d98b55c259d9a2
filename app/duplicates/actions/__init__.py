"""Verbs on duplicates: report, tell distinct, merge, split."""

from app.duplicates.actions.merging import merge
from app.duplicates.actions.pairs import pair_up, propose_again, report, tell_distinct
from app.duplicates.actions.splitting import Returned, split

__all__ = [
    "Returned",
    "merge",
    "pair_up",
    "propose_again",
    "report",
    "split",
    "tell_distinct",
]
