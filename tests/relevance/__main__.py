"""Asks every question, prints the failures and the two shares, and says whether they are enough."""

import sys

from flask import Flask

from app.searching import KEY
from search.choice import choose
from setup.cluster import ensure_running
from tests.relevance.network import planted, real_files
from tests.relevance.questions import FIRST, Outcome, ask, questions, share
from tests.search_engines.real import ABSENT, meilisearch

LEAST_AT_1, LEAST_AT_5 = 0.85, 0.95


def main() -> int:
    """0 when enough answers hold, whichever engine gives them."""
    real = real_files()
    sys.stdout.write(f"# demonstration network, and {len(real) or 'no'} files of open data\n")
    with planted(ensure_running(), real=real) as app, meilisearch() as server:
        is_enough = asked(app, "postgresql")
        if server is None:
            sys.stdout.write(f"# engine=meilisearch: {ABSENT}\n")
        else:
            with_meilisearch(app, *server)
            is_enough = asked(app, "meilisearch") and is_enough
    return 0 if is_enough else 1


def asked(app: Flask, engine: str) -> bool:
    """Whether this engine answers well enough; what it missed is printed."""
    outcomes = [ask(app, question) for question in questions()]
    for outcome in outcomes:
        if not outcome.is_at_1:
            sys.stdout.write(told(outcome))
    at_1, at_5 = share(outcomes)
    sys.stdout.write(
        f"relevance engine={engine} queries={len(outcomes)} at1={at_1:.2f} at5={at_5:.2f}\n"
    )
    return at_1 >= LEAST_AT_1 and at_5 >= LEAST_AT_5


def with_meilisearch(app: Flask, url: str, key: str) -> None:
    """Build its index, and let it answer from now on."""
    app.config |= {"SEARCH_ENGINE": "meilisearch", "MEILI_URL": url, "MEILI_KEY": key}
    result = app.test_cli_runner().invoke(args=["search", "rebuild"])
    assert result.exit_code == 0, result.output
    app.extensions[KEY] = choose("meilisearch", url=url, key=key)


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
