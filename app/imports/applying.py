"""A batch of lines put into the directory, with the account of it that undoing needs."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.imports.anchors import Anchor, Key, anchors, source_id
from app.imports.creating import Sheaf
from app.imports.holding import hold
from app.imports.linking import link
from app.imports.making import Made, add_offer, add_parts, change, make
from app.imports.twins import remember_apart
from models.codes.imports import Decision, Doubts, Outcome, Step
from models.imports import ImportRow, ImportRun

ALREADY = "Un autre import a créé cette fiche entre-temps."
ORPHAN = "Sa structure n'a pas été importée."
GONE = "La fiche n'existe plus."


def apply_lines(session: Session, run: ImportRun, rows: Sequence[ImportRow]) -> None:
    """Create and change what these lines say; those left aside say why. Nothing is committed."""
    chosen = [row for row in rows if is_chosen(run, row)]
    found = anchors(session, {key_of(row) for row in chosen}, run.origin) if chosen else {}
    for row in chosen:
        if row.decision is Decision.SAME and row.organization_id:
            found[key_of(row)] = _adopted(row, row.organization_id, found.get(key_of(row)))
    batch = Batch(session, run, chosen, found)
    done = [(row, made) for row in chosen if (made := batch.apply(row))]
    # Once each: a step written twice would be two updates of every line.
    applied = {row.n for row, _ in done}
    for row in (row for row in rows if row.n not in applied):
        row.step = Step.LEFT
    for row, made in done:
        _tell(row, made, found.get(key_of(row)))
        remember_apart(session, run, row)
    batch.sheaf.write()
    link(session, run, done)


def _adopted(row: ImportRow, organization_id: int, known: Anchor | None) -> Anchor:
    """The record that the line is about, with what other lines of its partner said already."""
    offers = (known.offers if known else {}) | row.done.get("adopted", {})
    return Anchor(organization_id, row.site_id, known.said if known else {}, offers)


def _tell(row: ImportRow, made: Made, anchor: Anchor | None) -> None:
    """What became of the line, and what undoing it needs."""
    row.done = made.account() | {"before": anchor.said if anchor else {}}
    row.organization_id, row.site_id = made.organization_id, made.site_id
    row.step, row.note = Step.DONE, " ".join(dict.fromkeys(made.notes)) or None


def is_chosen(run: ImportRun, row: ImportRow) -> bool:
    """Whether it goes in: sure lines do, doubtful ones as somebody decided."""
    if row.outcome is Outcome.DOUBT:
        if row.decision is None:
            return run.doubts is Doubts.CREATE
        return row.decision is not Decision.LEAVE
    return row.outcome in (Outcome.CREATE, Outcome.CHANGE)


def key_of(row: ImportRow) -> Key:
    """What its source calls it."""
    assert row.source
    assert row.external_id
    return row.source, row.external_id


class Batch:
    """Some lines of a run, the records they are about, and what they create together."""

    def __init__(
        self,
        session: Session,
        run: ImportRun,
        rows: Sequence[ImportRow],
        found: dict[Key, Anchor],
    ) -> None:
        self.origin, self.found = run.origin, found
        self.held = hold(session, rows, list(found.values()))
        self.sheaf = Sheaf(session, run, self.held.centres)
        self.partners: dict[Key, Made] = {}

    def apply(self, row: ImportRow) -> Made | None:
        """What the line makes; None, with a note on the line, when it has to be left."""
        is_new = row.outcome is not Outcome.CHANGE and row.decision is not Decision.SAME
        made = self._partner(row, is_new=is_new)
        if made is None:
            return None
        if not is_new:
            add_parts(made, row, self.sheaf)
            change(made, row, self.held)
            return made
        for key in row.said["offers"]:
            if key not in made.offers:
                add_offer(made, row, key, self.sheaf)
        return made

    def _partner(self, row: ImportRow, *, is_new: bool) -> Made | None:
        """Whose line it is: a new partner, or one that is known."""
        key = key_of(row)
        before = self.partners.get(key) or self._known(self.found.get(key))
        is_owner = "organization" in row.said
        if is_new and is_owner and before is None and key not in self.found:
            name = source_id(*key, self.origin)
            made = self.partners[key] = make(row, name, self.sheaf)
            return made
        if is_new and is_owner:
            row.note = ALREADY
        elif before is None:
            row.note = GONE if key in self.found else ORPHAN
        else:
            return Made(before.organization_id, before.site_id, before.offers)
        return None

    def _known(self, anchor: Anchor | None) -> Made | None:
        """The partner an anchor stands for, if it is still there."""
        if anchor is None or anchor.organization_id not in self.held.organizations:
            return None
        there = {key: one for key, one in anchor.offers.items() if one in self.held.offers}
        site_id = anchor.site_id if anchor.site_id in self.held.sites else None
        return Made(anchor.organization_id, site_id, there)
