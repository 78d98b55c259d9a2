"""What a batch of lines creates, gathered and written at once, with its history and its search."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from app.imports import drafting
from app.imports.copying import copy, numbers
from app.imports.writing import Centres
from models.base import now
from models.capacity import PlaceLot
from models.codes.history import ChangeKind, Subject
from models.codes.offer import Family
from models.history import Change
from models.import_memory import ImportLink
from models.imports import ImportRun
from models.offer import AudienceRule, Offer
from models.offer_kinds import CareOffer, CourseOffer, HousingOffer, JobOffer, SupportOffer, kind_of
from models.organization import Organization, Site
from search import indexing
from search.indexing.tables import table

Row = dict[str, Any]
KINDS = (HousingOffer, JobOffer, CareOffer, CourseOffer, SupportOffer)
ORDER = (Organization, Site, Offer, *KINDS, PlaceLot, AudienceRule, Change, ImportLink)
DRAWN_AT_ONCE = 500


class Sheaf:
    """New rows by table; each has its key before it is written."""

    def __init__(self, session: Session, run: ImportRun, centres: Centres) -> None:
        self.session, self.run, self.centres = session, run, centres
        self.rows: defaultdict[type[Any], list[Row]] = defaultdict(list)
        self.keys: dict[type[Any], Iterator[int]] = {}
        self.at: dt.datetime = now()

    def organization(self, said: Row, *, source: str, source_id: str) -> int:
        """A new partner; its key."""
        row = drafting.organization(said, source=source, source_id=source_id)
        key = self._add(Organization, row | drafting.born(self.at))
        self._tell(Subject.ORGANIZATION, key, organization_id=key)
        return key

    def site(self, said: Row, organization_id: int) -> int:
        """A new site of it."""
        row = drafting.site(said, self.centres) | {"organization_id": organization_id}
        key = self._add(Site, row | drafting.born(self.at))
        self._tell(Subject.SITE, key, organization_id=organization_id, site_id=key)
        return key

    def offer(self, said: Row, organization_id: int, site_id: int) -> int:
        """A new offer there, with its places and its audience if they are told."""
        row = drafting.offer(said) | {"site_id": site_id}
        key = self._add(Offer, row | drafting.born(self.at))
        self.rows[kind_of(Family(said["family"]))].append({"id": key, **drafting.kind_row(said)})
        for model, part in (
            (PlaceLot, drafting.lot(said)),
            (AudienceRule, drafting.audience(said)),
        ):
            if part:
                self._add(model, part | {"offer_id": key})
        where = {"organization_id": organization_id, "site_id": site_id, "offer_id": key}
        self._tell(Subject.OFFER, key, **where)
        return key

    def write(self) -> None:
        """Write them all; the search rows follow before the transaction ends."""
        for model in ORDER:
            copy(self.session, table(model), self.rows[model])
        indexing.mark(self.session, [row["id"] for row in self.rows[Offer]])

    def _add(self, model: type[Any], row: Row) -> int:
        key = self._key(model)
        self.rows[model].append({"id": key, **row})
        return key

    def _key(self, model: type[Any]) -> int:
        """The next key of a table; keys are drawn some hundreds at a time."""
        key = next(self.keys.get(model, iter(())), None)
        if key is None:
            self.keys[model] = numbers(self.session, table(model), DRAWN_AT_ONCE)
            key = next(self.keys[model])
        return key

    def _tell(self, subject: Subject, key: int, **where: int) -> None:
        said = {"coded": {}, "texts": {}, "changed_at": self.at, "account_id": self.run.account_id}
        told = {"kind": ChangeKind.CREATED, "subject": subject, "subject_id": key}
        self._add(Change, {**said, **told, **where, "who": self.run.account_name})
