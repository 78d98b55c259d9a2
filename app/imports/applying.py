"""A batch of lines put into the directory, with the account of it that undoing needs."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from app.imports.anchors import Anchor, Key, anchors
from app.imports.holding import Held, hold
from app.imports.linking import link
from app.imports.making import Made, account, add_offer, change, make
from models.codes.imports import Decision, Doubts, Outcome, Step
from models.imports import ImportRow, ImportRun

ALREADY = "Un autre import a créé cette fiche entre-temps."
ORPHAN = "Sa structure n'a pas été importée."
GONE = "La fiche n'existe plus."


def apply_lines(session: Session, run: ImportRun, rows: Sequence[ImportRow]) -> None:
    """Create and change what these lines say; those left aside say why. Nothing is committed."""
    chosen = [row for row in rows if is_chosen(run, row)]
    for row in rows:
        row.step = Step.LEFT
    found = anchors(session, {_key(row) for row in chosen}, run.origin) if chosen else {}
    for row in chosen:
        if row.decision is Decision.SAME and row.organization_id:
            found[_key(row)] = Anchor(row.organization_id, row.site_id)
    held = hold(session, chosen, list(found.values()))
    partners: dict[Key, Made] = {}
    done = [(row, made) for row in chosen if (made := _apply(run, row, found, held, partners))]
    for _, made in done:
        session.add(made.organization)
        session.add_all([*made.new_sites, *made.new_offers.values()])
    session.flush()
    for row, made in done:
        row.done = account(session, made, row) | {"before": _said_before(found.get(_key(row)))}
        row.organization_id = made.organization.id
        row.site_id = made.site.id if made.site else None
        row.step, row.note = Step.DONE, " ".join(dict.fromkeys(made.notes)) or None
    link(session, run, done)


def is_chosen(run: ImportRun, row: ImportRow) -> bool:
    """Whether it goes in: sure lines do, doubtful ones as somebody decided."""
    if row.outcome is Outcome.DOUBT:
        if row.decision is None:
            return run.doubts is Doubts.CREATE
        return row.decision is not Decision.LEAVE
    return row.outcome in (Outcome.CREATE, Outcome.CHANGE)


def _key(row: ImportRow) -> Key:
    assert row.source
    assert row.external_id
    return row.source, row.external_id


def _said_before(anchor: Anchor | None) -> dict[str, object]:
    return anchor.said if anchor else {}


def _apply(
    run: ImportRun,
    row: ImportRow,
    found: Mapping[Key, Anchor],
    held: Held,
    partners: dict[Key, Made],
) -> Made | None:
    """What the line makes; None, with a note on the line, when it has to be left."""
    anchor, is_owner = found.get(_key(row)), "organization" in row.said
    is_known = anchor is not None or _key(row) in partners
    is_new = row.outcome is not Outcome.CHANGE and row.decision is not Decision.SAME
    if is_new and is_owner and not is_known:
        made = partners[_key(row)] = make(row, run.origin, held)
    elif is_new and is_owner:
        row.note = ALREADY
        return None
    else:
        made_before = partners.get(_key(row)) or _of(anchor, held)
        if made_before is None:
            row.note = GONE if anchor else ORPHAN
            return None
        made = Made(made_before.organization, made_before.site, made_before.offers)
    _fill(row, made, held, is_new=is_new)
    return made


def _of(anchor: Anchor | None, held: Held) -> Made | None:
    """The partner an anchor stands for, if it is still there."""
    owner = held.organizations.get(anchor.organization_id) if anchor else None
    if anchor is None or owner is None:
        return None
    offers = {key: held.offers[one] for key, one in anchor.offers.items() if one in held.offers}
    return Made(owner, held.sites.get(anchor.site_id or 0), offers)


def _fill(row: ImportRow, made: Made, held: Held, *, is_new: bool) -> None:
    """The offers of a new line; what a known one changes."""
    if not is_new:
        change(made, row, held)
        return
    for key in row.said["offers"]:
        if key not in made.offers:
            add_offer(made, row, key, held)
