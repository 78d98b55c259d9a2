"""The lines of a run, sorted by what becomes of them, page by page in the order of the file."""

from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.imports.queries import has_remarks
from models.codes.imports import Outcome, RunState, Step
from models.imports import ImportRow, ImportRun

AT_ONCE = 50


class Tab(NamedTuple):
    """A kind of line: what it is called before and after the import, what it means before."""

    code: str
    label: str
    after: str
    meaning: str


TABS = (
    Tab("creer", "À créer", "Créées", "L'annuaire n'a pas encore ces structures, ou ces offres."),
    Tab(
        "modifier",
        "À modifier",
        "Modifiées",
        "Ces fiches existent : voici ce que le fichier y changerait.",
    ),
    Tab(
        "verifier", "À vérifier", "À vérifier", "Ces lignes ressemblent à des fiches de l'annuaire."
    ),
    Tab(
        "rejeter",
        "Rejetées",
        "Rejetées",
        "Ces lignes ne peuvent pas entrer : corrigez-les ici si c'est proposé, ou dans un fichier.",
    ),
    Tab(
        "identiques",
        "Sans changement",
        "Sans changement",
        "L'annuaire dit déjà ce que disent ces lignes.",
    ),
    Tab(
        "remarques",
        "Avec une remarque",
        "Avec une remarque",
        "Ces lignes entrent, sauf une valeur laissée de côté.",
    ),
    Tab("gardees", "Gardées", "Gardées", "Ces lignes n'ont pas été reprises lors de l'annulation."),
)
OUTCOMES = {
    "creer": Outcome.CREATE,
    "modifier": Outcome.CHANGE,
    "verifier": Outcome.DOUBT,
    "rejeter": Outcome.REJECT,
    "identiques": Outcome.SAME,
}


class Page(NamedTuple):
    """Some lines, and where the next page begins."""

    rows: Sequence[ImportRow]
    next_key: int | None


def holds(tab: Tab) -> sa.ColumnElement[bool]:
    """Which lines it shows."""
    if tab.code in OUTCOMES:
        return ImportRow.outcome == OUTCOMES[tab.code]
    return has_remarks() if tab.code == "remarques" else ImportRow.step == Step.KEPT


def counted(session: Session, run: ImportRun) -> dict[Tab, int]:
    """The tabs, with how many lines each holds."""
    numbers = {tab: run.counted.get(OUTCOMES[tab.code], 0) for tab in TABS if tab.code in OUTCOMES}
    numbers[TABS[5]] = run.counted.get("REMARK", 0)
    if run.state is RunState.UNDONE:
        kept = sa.select(sa.func.count()).where(ImportRow.run_id == run.id, holds(TABS[6]))
        numbers = {TABS[6]: session.scalar(kept) or 0, **numbers}
    return numbers


def page_of(session: Session, run: ImportRun, tab: Tab, *, after: int) -> Page:
    """The lines of a tab that come after this one."""
    wanted = sa.select(ImportRow).where(ImportRow.run_id == run.id, holds(tab), ImportRow.n > after)
    rows = session.scalars(wanted.order_by(ImportRow.n).limit(AT_ONCE + 1)).all()
    more = len(rows) > AT_ONCE
    return Page(rows[:AT_ONCE], rows[AT_ONCE - 1].n if more else None)
