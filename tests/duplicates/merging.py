"""What the tests of merges share: two records, a coordinator, the presses that merge and split."""

import re
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.duplicates.actions import pair_up
from models.codes.organization import PointPrecision
from models.duplicates import DuplicatePair, Merge
from models.organization import Site, SiteSecret
from tests.browsing import BrowseAs, Browser
from tests.factories import CoordinatorFactory, point

SEEN = re.compile(r'name="vu" value="(\w+)"')

SECRET, PUBLIC = "4 impasse des Roses", "9 rue des Lilas"


def hide(session: Session, site: Site, address: str = SECRET) -> None:
    """Make it confidential, its true place apart."""
    site.is_confidential, site.address = True, None
    site.precision = PointPrecision.HIDDEN
    where = {"address": address, "point": point(4.881, 45.767)}
    session.add(SiteSecret(site_id=site.id, organization_id=site.organization_id, **where))
    session.flush()


class Desk:
    """A coordinator of the Rhône at work."""

    def __init__(self, session: Session, browse_as: BrowseAs, **who: Any) -> None:
        self.session = session
        self.account = CoordinatorFactory(**who)
        self.browser: Browser = browse_as(self.account)

    def pair(self, one: Any, other: Any) -> DuplicatePair:
        """The pair of two records."""
        return pair_up(self.session, one, other)

    def preview(self, one: Any, other: Any, *, keep: Any, **said: Any) -> Any:
        """The page that says what a merge would do."""
        pair = self.pair(one, other)
        return self.browser.open(
            "GET", "duplicates.preview_merge", pair_id=pair.id, garder=keep.id, **said
        )

    def merge(self, one: Any, other: Any, *, keep: Any, **said: Any) -> Any:
        """Preview, then press."""
        pair, keep_id = self.pair(one, other), keep.id
        pair_id = pair.id
        page = self.preview(one, other, keep=keep, **said).text
        data = {"vu": SEEN.findall(page)[0], "garder": keep_id} | said
        return self.browser.post("duplicates.merge", data, pair_id=pair_id)

    def last(self) -> Merge:
        """The merge made last."""
        self.session.expire_all()
        latest = sa.select(Merge).order_by(Merge.merged_at.desc()).limit(1)
        return self.session.scalars(latest).one()

    def split(self) -> Any:
        """Undo it."""
        return self.browser.post("duplicates.split", merge_id=self.last().id)
