"""The blueprint, and the ways in: a pair, a record, a merge; 404 when unseen."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, redirect, url_for
from sqlalchemy import Select, select

from app.access import Act, departments_of, may, visible_organizations
from app.duplicates import queries
from app.duplicates.both import Both
from app.duplicates.fields import Record
from app.extensions import db
from app.gate import current_account, one_or_404
from models.codes.access import Role
from models.codes.duplicates import Level, PairState
from models.duplicates import RECORDS, DuplicatePair, Merge
from models.lifecycle import IllegalMove
from models.organization import Organization, Site

blueprint = Blueprint("duplicates", __name__)


def territory() -> frozenset[str]:
    """The départements whose directory the account keeps."""
    return departments_of(current_account(), Role.TIG_LEAD, Role.COORDINATOR)


def visible(level: Level) -> Select[Any]:
    """The records of this level that exist for the account."""
    seen = visible_organizations(current_account())
    if level is Level.ORGANIZATION:
        return seen
    owners = seen.with_only_columns(Organization.id)
    return select(Site).where(Site.organization_id.in_(owners))


def load_record(level: Level, record_id: int) -> Record:
    """An organization or a site that exists for the account."""
    record: Record = one_or_404(visible(level).where(RECORDS[level].id == record_id))
    return record


def load_pair(pair_id: int, *, lock: bool = False) -> Both:
    """A pair both of whose records exist for the account, which may give up one of them.

    Locked, the pair comes first, then both records in the order of their numbers. A pair merged
    meanwhile leads whoever merged it to what they did, and answers 409 to anybody else.
    """
    query = select(DuplicatePair).where(DuplicatePair.id == pair_id)
    pair = one_or_404(query.with_for_update() if lock else query)
    if pair.state is PairState.MERGED and queries.is_visible_heir(
        db.session, pair, visible(pair.level)
    ):
        made = db.session.scalars(queries.merge_of(pair)).one_or_none()
        if made and made.merged_by_id == current_account().id:
            abort(redirect(url_for("duplicates.merged", merge_id=made.id), HTTPStatus.SEE_OTHER))
        raise IllegalMove(pair.state, PairState.MERGED)
    ids = (pair.first_id, pair.second_id)
    if lock:
        db.session.scalars(queries.held(pair.level, ids)).unique().all()
    return seen(pair, _read(pair.level, ids))


def _read(level: Level, ids: Sequence[int]) -> Sequence[Record]:
    model = RECORDS[level]
    return db.session.scalars(visible(level).where(model.id.in_(ids)).order_by(model.id)).all()


def seen(pair: DuplicatePair, records: Sequence[Record]) -> Both:
    """The pair with its records, 404 unless both are there, 403 unless one may be given up."""
    if len(records) != 2:
        abort(404)
    both = Both(pair, (records[0], records[1]), current_account())
    if not both.absorbable:
        abort(403)
    return both


def load_merge(merge_id: UUID, *, lock: bool = False) -> Merge:
    """A merge in the territory that the account keeps."""
    if not may(current_account(), Act.MERGE_RECORDS):
        abort(403)
    query = queries.merges_in(territory()).where(Merge.id == merge_id)
    return one_or_404(query.with_for_update() if lock else query)
