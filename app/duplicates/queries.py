"""Reads of duplicates and merges."""

from collections.abc import Collection
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Select
from sqlalchemy.orm import Session

from models.codes.duplicates import Level, PairState
from models.duplicates import RECORDS, DuplicatePair, Merge
from models.organization import Site


class Key(NamedTuple):
    """Where a page of the list begins: after this score and this pair."""

    score: int
    pair_id: int


def pair_of(level: Level, first_id: int, second_id: int) -> Select[DuplicatePair]:
    """The pair of these two."""
    return sa.select(DuplicatePair).where(
        DuplicatePair.level == level,
        DuplicatePair.first_id == first_id,
        DuplicatePair.second_id == second_id,
    )


def waiting(departments: Collection[str]) -> Select[DuplicatePair]:
    """The pairs to look at in these départements, those that somebody reported first."""
    proposed = sa.type_coerce(DuplicatePair.state, sa.Text) == PairState.PROPOSED.value
    here = DuplicatePair.department_codes.op("&&")(sa.cast(sorted(departments), sa.ARRAY(sa.Text)))
    return sa.select(DuplicatePair).where(proposed, here)


def page_of(pairs: Select[DuplicatePair], after: Key | None, size: int) -> Select[DuplicatePair]:
    """One page, best first."""
    if after:
        lower = DuplicatePair.score < after.score
        same = (DuplicatePair.score == after.score) & (DuplicatePair.id > after.pair_id)
        pairs = pairs.where(lower | same)
    return pairs.order_by(DuplicatePair.score.desc(), DuplicatePair.id).limit(size + 1)


def merges_in(departments: Collection[str]) -> Select[Merge]:
    """The merges of these départements, the latest first."""
    here = Merge.department_codes.op("&&")(sa.cast(sorted(departments), sa.ARRAY(sa.Text)))
    return sa.select(Merge).where(here).order_by(Merge.merged_at.desc(), Merge.id)


def merges_into(level: Level, kept_id: int) -> Select[Merge]:
    """What a record absorbed, and is still one with."""
    return (
        sa.select(Merge)
        .where(Merge.level == level, Merge.kept_id == kept_id, Merge.split_at.is_(None))
        .order_by(Merge.merged_at.desc(), Merge.id)
    )


def of_sites_since(made: Merge, moved: Collection[int]) -> Select[Merge]:
    """Live merges, made since, of a site that came with one record into a site of the other."""
    return (
        sa.select(Merge)
        .where(
            Merge.level == Level.SITE,
            Merge.split_at.is_(None),
            Merge.merged_at >= made.merged_at,
            Merge.absorbed_id.in_(moved) != Merge.kept_id.in_(moved),
        )
        .order_by(Merge.merged_at.desc(), Merge.id)
    )


def merge_of(pair: DuplicatePair) -> Select[Merge]:
    """The live merge that made these two one."""
    ids = (pair.first_id, pair.second_id)
    return sa.select(Merge).where(
        Merge.level == pair.level,
        Merge.kept_id.in_(ids),
        Merge.absorbed_id.in_(ids),
        Merge.split_at.is_(None),
    )


def pairs_inside(made: Merge) -> Select[DuplicatePair]:
    """The sites of the organization that was kept that may be one as well."""
    mine = sa.select(Site.id).where(Site.organization_id == made.kept_id)
    return sa.select(DuplicatePair).where(
        sa.literal(made.level is Level.ORGANIZATION),
        DuplicatePair.level == Level.SITE,
        DuplicatePair.state == PairState.PROPOSED,
        DuplicatePair.first_id.in_(mine),
        DuplicatePair.second_id.in_(mine),
    )


def is_visible_heir(session: Session, pair: DuplicatePair, visible: Select[Any]) -> bool:
    """Whether the record that a merged pair became exists for whoever asks."""
    model = RECORDS[pair.level]
    ids = (pair.first_id, pair.second_id)
    return session.scalar(visible.with_only_columns(model.id).where(model.id.in_(ids))) is not None


def held(level: Level, ids: Collection[int]) -> Select[Any]:
    """Records as nobody may change them until the transaction ends, in the order of their ids."""
    model = RECORDS[level]
    found: Select[Any] = sa.select(model).where(model.id.in_(ids)).order_by(model.id)
    return found.with_for_update(key_share=True, of=model).execution_options(populate_existing=True)
