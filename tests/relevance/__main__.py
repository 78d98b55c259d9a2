"""Asks every question, prints the failures and the two shares, and says whether they are enough."""

import sys

from setup.cluster import ensure_running
from tests.relevance.network import planted
from tests.relevance.questions import FIRST, Outcome, ask, questions, share

LEAST_AT_1, LEAST_AT_5 = 0.85, 0.95


def main() -> int:
    """0 when enough answers hold."""
    with planted(ensure_running()) as app:
        outcomes = [ask(app, question) for question in questions()]
    for outcome in outcomes:
        if not outcome.is_at_1:
            sys.stdout.write(told(outcome))
    at_1, at_5 = share(outcomes)
    sys.stdout.write(
        f"relevance engine=postgresql queries={len(outcomes)} at1={at_1:.2f} at5={at_5:.2f}\n"
    )
    return 0 if at_1 >= LEAST_AT_1 and at_5 >= LEAST_AT_5 else 1


def told(outcome: Outcome) -> str:
    """What was asked, what was meant, and what came instead."""
    question = outcome.question
    where = f" ({question.commune})" if question.commune else ""
    what = "pas en premier" if outcome.is_at_5 else f"pas dans les {FIRST} premières"
    never = f", jamais {question.never}" if question.never else ""
    lines = [f"« {question.typed} »{where} : {what} ; attendu {question.find}{never}"]
    return "\n    ".join([*lines, *(outcome.first or ["(aucune offre)"])]) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
