"""Several people at once: one merge wins, and a request made meanwhile is the one's that stays."""

import threading

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.duplicates.actions import merge
from app.duplicates.queries import held
from models.account import Account
from models.codes.duplicates import Level
from models.organization import Organization
from models.orientation import Orientation
from models.secret import keyring
from search import indexing
from setup.steps import wait_until
from tests import factories
from tests.databases import Database

WAITING = sa.text(
    "SELECT EXISTS (SELECT FROM pg_stat_activity"
    " WHERE datname = :name AND wait_event_type = 'Lock')"
)


@pytest.fixture(scope="module")
def alone(furnished, settings):
    """A database of its own: what is written here is committed."""
    keyring.load(settings.encryption_keys, settings.lookup_key)
    indexing.install()
    with furnished("merging") as made:
        yield made


@pytest.fixture
def ids(alone):
    """Two partners; the second has a post with a request under way."""
    with Session(alone.superuser) as session:
        factories.use(session)
        asked = factories.OrientationFactory(lot=factories.LotFactory(places=3))
        kept = factories.SiteFactory().organization
        told = {
            "kept": kept.id,
            "absorbed": asked.organization_id,
            "by": factories.CoordinatorFactory().id,
            "asked": asked.id,
            "claim": factories.ClaimFactory(lot=asked.lot).id,
        }
        session.commit()
    return told


def is_waiting(database: Database) -> bool:
    """Whether somebody waits there for what another holds."""
    with database.superuser.connect() as watching:
        return bool(watching.scalar(WAITING, {"name": database.name}))


def test_a_request_written_during_a_merge_is_the_ones_that_stays(alone, ids):
    """The request waits for the merge, then names the partner that stays."""
    with Session(alone.superuser) as merging, Session(alone.superuser) as asking:
        pair = merging.scalars(held(Level.ORGANIZATION, (ids["kept"], ids["absorbed"]))).all()
        by_id = {one.id: one for one in pair}
        copy = terms(asking.get_one(Orientation, ids["asked"])) | {"claim_id": ids["claim"]}
        by = merging.get_one(Account, ids["by"])
        merge(merging, by_id[ids["kept"]], by_id[ids["absorbed"]], by=by)
        merging.flush()

        writer = threading.Thread(target=write, args=(asking, copy))
        writer.start()
        assert wait_until(lambda: is_waiting(alone), seconds=10)
        merging.commit()
        writer.join(10)

    with Session(alone.superuser) as session:
        claims = sa.select(Orientation.claim_id).where(Orientation.organization_id == ids["kept"])
        assert ids["claim"] in session.scalars(claims).all()


def terms(asked: Orientation) -> dict[str, object]:
    """The same request again, for another claim, made out to the partner that will go."""
    columns = sa.inspect(Orientation).column_attrs
    return {one.key: getattr(asked, one.key) for one in columns if one.key != "id"}


def write(session: Session, said: dict[str, object]) -> None:
    """As another process would, which read the partner before it was merged."""
    session.execute(sa.insert(Orientation).values(**said))
    session.commit()


def test_the_second_who_holds_the_pair_finds_one_record(alone, ids):
    with Session(alone.superuser) as first, Session(alone.superuser) as second:
        one, other = first.scalars(held(Level.ORGANIZATION, (ids["kept"], ids["absorbed"]))).all()
        kept, absorbed = (one, other) if one.id == ids["kept"] else (other, one)
        merge(first, kept, absorbed, by=first.get_one(Account, ids["by"]))
        found: list[Organization] = []

        def look() -> None:
            both = (ids["kept"], ids["absorbed"])
            found.extend(second.scalars(held(Level.ORGANIZATION, both)).all())

        late = threading.Thread(target=look)
        late.start()
        assert wait_until(lambda: is_waiting(alone), seconds=10)
        first.commit()
        late.join(10)

        assert [one.id for one in found] == [ids["kept"]]
