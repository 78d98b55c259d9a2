"""Two records side by side: which may be absorbed, which fields differ, what was chosen."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy.orm import Session

from app.access import Act, may
from app.duplicates import rows
from app.duplicates.actions.merging import AUDIENCE, OF_AUDIENCE
from app.duplicates.fields import Line, Record, lines
from app.duplicates.references import table_of
from app.duplicates.scope import owner_of
from models.account import Account
from models.codes.duplicates import Level
from models.duplicates import DuplicatePair
from models.offer import AudienceRule

KEPT, FIELD = "garder", "champ-"


@dataclass(frozen=True)
class Choice:
    """Which record stays, which one joins it, and the fields taken from the latter."""

    kept: Record
    absorbed: Record
    take: frozenset[str]


@dataclass(frozen=True)
class Both:
    """A pair with its two records, for the account that looks at them."""

    pair: DuplicatePair
    records: tuple[Record, Record]
    account: Account

    @property
    def level(self) -> Level:
        """What they are."""
        return self.pair.level

    @property
    def are_apart(self) -> bool:
        """Two sites of two organizations: these come first."""
        return self.level is Level.SITE and len({owner_of(one).id for one in self.records}) > 1

    @cached_property
    def absorbable(self) -> list[Record]:
        """Those that the account may give up for the other one."""
        return [one for one in self.records if may(self.account, Act.MERGE_RECORDS, one)]

    @cached_property
    def keepable(self) -> list[Record]:
        """Those that may stay: the other one may then be given up."""
        if self.are_apart:
            return []
        return [one for one in self.records if set(self.absorbable) - {one}]

    @property
    def fuller(self) -> Record:
        """The one to keep unless somebody says otherwise: that which says more."""
        said = [sum(bool(line.said[n]) for line in self.lines) for n in (0, 1)]
        return max(self.keepable, key=lambda one: said[self.records.index(one)])

    @cached_property
    def lines(self) -> list[Line]:
        """Their fields, side by side."""
        return list(lines(self.level, *self.records))

    def audiences(self, session: Session) -> list[rows.Content]:
        """Whom each says it welcomes, when it says so itself."""
        table = table_of(AudienceRule)
        column = table.c[OF_AUDIENCE[self.level]]
        return rows.contents(session, table, column.in_([one.id for one in self.records]))

    def version(self, session: Session) -> str:
        """What both say now: a page made of something else is too old."""
        table = table_of(type(self.records[0]))
        ids = [one.id for one in self.records]
        said = rows.contents(session, table, table.c.id.in_(ids)) + self.audiences(session)
        told = json.dumps(sorted(said, key=str), sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:32]

    def chosen(self, said: Mapping[str, str]) -> Choice | None:
        """What a form says; None when it keeps neither, or one that must go."""
        kept = next((one for one in self.keepable if str(one.id) == said.get(KEPT)), None)
        if kept is None:
            return None
        absorbed = self.records[1 - self.records.index(kept)]
        if kept not in self.absorbable:
            # It is kept elsewhere: what it says is not ours to change.
            return Choice(kept, absorbed, frozenset())
        names = {line.name for line in self.lines if line.differs} | {AUDIENCE}
        theirs = {name for name in names if said.get(FIELD + name) == str(absorbed.id)}
        return Choice(kept, absorbed, frozenset(theirs))
