"""How fast a file of a hundred thousand partners comes in, and what the process then weighs.

The file looks like an extract of FINESS; it goes into a copy of the country, dropped afterwards.
"""

import csv
import multiprocessing
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from app import create_app
from app.config import Settings
from app.extensions import db
from app.imports import actions, stages
from bench.country.database import Database
from models.codes.imports import Doubts
from models.imports import ImportRun

ROWS = 100_000
LEAST_PER_S = ROWS / 180
MOST_MB = 500
HEADINGS = (
    *("finess_et", "siret", "nom", "categorie_code", "categorie", "adresse"),
    *("code_postal", "ville", "telephone", "lat", "lon", "maj"),
)
KINDS = ("156", "197", "178", "214", "257", "258", "259", "165", "180", "124")
NAMES = ("CENTRE", "FOYER", "RESIDENCE", "MAISON", "SERVICE", "ANTENNE")
ROADS = ("R", "AV", "BD", "CHE", "PL")
WHERE = sa.text(
    "SELECT DISTINCT ON (c.insee_code) p.postal_code, c.name, ST_X(c.point::geometry),"
    " ST_Y(c.point::geometry) FROM reference.commune c JOIN reference.commune_postal_code p"
    " USING (insee_code) WHERE c.point IS NOT NULL ORDER BY c.insee_code, p.postal_code"
)


@dataclass(frozen=True)
class Imported:
    """Rows brought in a second, reading and writing included; the most memory held."""

    rows_per_s: float
    rss_mb: float

    def __str__(self) -> str:
        return f"import.finess rows_per_s={self.rows_per_s:.0f} rss_mb={self.rss_mb:.0f}"

    def over(self, offers: int) -> str | None:
        """What to say of it, if it is over its budget, whatever is there already."""
        if self.rows_per_s >= LEAST_PER_S and self.rss_mb < MOST_MB:
            return None
        return f"hors budget : {self} pour {LEAST_PER_S:.0f} lignes par seconde et {MOST_MB} Mo"


def measure(database: Database, *, rows: int = ROWS) -> Imported:
    """Import such a file into a copy of the database, in a process of its own."""
    copy = Database(database.cluster, f"{database.name}_import", database.scale)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "finess.csv"
        with database.engine().connect() as connection:
            write(path, places(connection), rows)
        copy.cluster.drop_database(copy.name)
        copy.cluster.create_database(copy.name, template=database.name)
        try:
            context = multiprocessing.get_context("spawn")
            with context.Pool(1) as pool:
                seconds, rss_mb = pool.apply(bring_in, (copy.settings(), path))
        finally:
            copy.cluster.drop_database(copy.name)
    return Imported(rows / seconds, rss_mb)


def places(connection: sa.Connection) -> list[tuple[str, str, float, float]]:
    """Postal code, name, longitude and latitude of every commune."""
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(WHERE)]


def write(path: Path, where: list[tuple[str, str, float, float]], rows: int) -> None:
    """The file, always the same."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADINGS)
        out.writerows(establishments(where, rows))


def establishments(
    where: list[tuple[str, str, float, float]], rows: int
) -> Iterator[tuple[object, ...]]:
    """One in a hundred has no point, one in five hundred a point far away."""
    dice = random.Random(2026)
    for n in range(rows):
        postal_code, city, lon, lat = dice.choice(where)
        lat += 3 if dice.random() < 0.002 else dice.uniform(-0.01, 0.01)
        point = ("", "") if dice.random() < 0.01 else (round(lat, 6), round(lon, 6))
        name = f"{dice.choice(NAMES)} {city.upper()} {n}"
        road = f"{dice.randint(1, 90)} {dice.choice(ROADS)} DE LA GARE"
        phone = f"04{dice.randint(10_000_000, 79_999_999)}"
        kind = dice.choice(KINDS)
        yield (f"{n:09}", "", name, kind, "", road, postal_code, city, phone, *point, "2026-01-05")


def bring_in(settings: Settings, path: Path) -> tuple[float, float]:
    """Seconds from the first line read to the last one written, and megabytes at the most."""
    started = time.monotonic()
    with create_app(settings).app_context():
        run = actions.start(
            db.session, path, file_name=path.name, by=None, territory=None, origin=""
        )
        run_id = run.id
        db.session.commit()
        for _ in stages.read(db.session, run_id, path):
            db.session.commit()
        actions.apply(db.session.get_one(ImportRun, run_id), doubts=Doubts.CREATE)
        for _ in stages.apply(db.session, run_id):
            db.session.commit()
    return time.monotonic() - started, most_held()


def most_held() -> float:
    """The most megabytes this process held; getrusage would count those of its parent's too."""
    status = Path("/proc/self/status").read_text("ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(kilobytes) / 1024
