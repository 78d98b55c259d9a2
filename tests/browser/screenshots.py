"""Takes the README's screenshots from the demonstration, planted on a database of its own."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import create_app
from app.config import Settings
from models.account import Account
from models.codes.offer import Family
from models.person import SupervisedPerson
from models.plan import Need, ReleasePlan
from seeds.demo.accounts import DOMAIN
from seeds.reference import load
from setup import front
from setup.cluster import ensure_running
from setup.paths import ROOT, STATE, tool
from tests.browser import mapping
from tests.browser.opening import DRAWING, House, chromium
from tests.browser.server import environment, serving
from tests.databases import PREFIX, Database, migrated

README = ROOT / "docs"
OTHERS = STATE / "screenshots"
DEPARTMENTS = ["01", "42", "69"]
DESK = {"viewport": {"width": 1360, "height": 900}}
TELEPHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True}
SEARCH = "/annuaire?mots=addictologie&commune=Lyon&rayon=30"


def main() -> None:
    """Plant, serve, look, and leave nothing but pictures."""
    front.ensure_built()
    for folder in (README, OTHERS):
        folder.mkdir(exist_ok=True)
    with migrated(ensure_running(), f"{PREFIX}{os.getpid()}_screenshots") as database:
        plant(database)
        with opened(database) as house, Session(database.superuser) as session:
            photograph(house, session)


def plant(database: Database) -> None:
    """The reference data, and the demonstration as `make demo` plants it."""
    with database.engine("maillage_owner").begin() as connection:
        load(connection, departments=DEPARTMENTS)
    env = dict(os.environ) | environment(settings_of(database))
    subprocess.run([tool("flask"), "--app", "app", "demo", "plant"], env=env, check=True)


def settings_of(database: Database) -> Settings:
    """Those of a demonstration, on this database."""
    return Settings(
        database_url=database.url("maillage_web"),
        worker_database_url=database.url("maillage_worker"),
        is_cookie_secure=False,
        demo="on",
    )


@contextmanager
def opened(database: Database) -> Iterator[House]:
    """The server and one browser that draws maps."""
    settings = settings_of(database)
    with (
        serving(settings, OTHERS / "web.log") as home,
        sync_playwright() as playwright,
        chromium(playwright, DRAWING) as browser,
    ):
        yield House(create_app(settings), home, {True: browser})


def photograph(house: House, session: Session) -> None:
    """Every page worth showing."""
    counsellor, host = account(session, "cpip"), account(session, "recyclerie")
    need = tig_need(session, counsellor)
    candidates = f"/besoins/{need.id}/places"
    shoot(house, counsellor, candidates, README / "places.png", DESK)
    shoot(house, counsellor, SEARCH, README / "annuaire.png", DESK)
    shoot(house, counsellor, "/ma-journee", OTHERS / "journee.png", DESK)
    shoot(house, counsellor, f"/personnes/{need.plan.person_id}", OTHERS / "dossier.png", DESK)
    shoot(house, counsellor, candidates, OTHERS / "places-telephone.png", TELEPHONE)
    shoot(house, host, "/mes-places", OTHERS / "mes-places.png", TELEPHONE)


def shoot(house: House, who: Account, address: str, file: Path, screen: dict[str, Any]) -> None:
    """One page, as one person sees it, once its map is drawn."""
    visitor = house.enter(who, draws=True, **screen)
    visitor.go(address)
    if visitor.page.locator("[data-map]").count():
        mapping.drawn(visitor.page)
        # The names of places come after the rest, tile by tile.
        visitor.page.wait_for_timeout(2_000)
    visitor.page.screenshot(path=file)
    visitor.context.close()


def account(session: Session, key: str) -> Account:
    """An account of the demonstration."""
    return session.scalars(select(Account).where(Account.email == f"{key}@{DOMAIN}")).one()


def tig_need(session: Session, counsellor: Account) -> Need:
    """A TIG still to be found, for somebody this counsellor follows, with something to avoid."""
    theirs = (
        select(Need)
        .join(Need.plan)
        .join(ReleasePlan.person)
        .join(ReleasePlan.constraints)
        .where(SupervisedPerson.officer_id == counsellor.id)
        .where(Need.family == Family.TIG, Need.met_at.is_(None))
        .order_by(Need.id)
    )
    found: Need = session.scalars(theirs.limit(1)).one()
    return found


if __name__ == "__main__":
    main()
