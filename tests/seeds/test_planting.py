"""The demonstration is the same at each planting, and is planted once."""

import hashlib

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.account import Account
from models.base import Base
from models.capacity import CapacityReport
from models.offer import Offer
from models.organization import Contact, Organization, Site
from models.orientation import Orientation, OrientationEvent
from models.person import SupervisedPerson
from seeds.demo import plant
from tests.databases import Database
from tests.seeds.conftest import Planted, plant_twin

SAID = {
    Organization: ("legal_name", "phone", "status"),
    Site: ("name", "address", "public_point", "opening_hours"),
    Contact: ("name", "phone"),
    Offer: ("title", "publication", "created_at::date"),
    CapacityReport: ("reported_by", "channel", "answer", "places", "open", "reported_at::date"),
    SupervisedPerson: ("id", "name_digest", "created_at::date"),
    Orientation: ("offer_title", "status", "starts_on", "ends_on", "sent_at::date"),
    OrientationEvent: ("what", "who", "note", "happened_at::date"),
    Account: ("email", "name"),
}


def test_two_plantings_say_the_same(planted: Planted):
    twin = plant_twin(planted)

    assert digests(twin) == digests(planted.database)
    twin.superuser.dispose()


def test_planting_again_changes_nothing(planted: Planted, on_the_web: Session):
    before = digests(planted.database)

    said = list(plant(on_the_web))

    assert said == ["Le réseau de démonstration est déjà là : rien n'a changé."]
    assert digests(planted.database) == before


def test_each_stage_says_what_it_planted(planted: Planted):
    network, shelters, people, news, gaps, kept, mistakes = planted.said

    assert "986 mairies" in network
    assert "offres" in network
    assert shelters == "2 sites confidentiels"
    assert people == "40 personnes suivies"
    assert news.endswith("nouvelles des places")
    assert gaps == "7 recherches sans résultat"
    assert kept == "2 recherches enregistrées, et des favoris"
    assert mistakes == "3 signalements"


def digests(database: Database) -> dict[str, str]:
    """What each table says, whatever its keys and hours."""
    with database.superuser.connect() as connection:
        return {model.__name__: digest(connection, model) for model in SAID}


def digest(connection: sa.Connection, model: type[Base]) -> str:
    columns = ", ".join(SAID[model])
    rows = connection.execute(sa.text(f"SELECT {columns} FROM {model.__table__.fullname}"))  # type: ignore[attr-defined]
    lines = sorted(repr(tuple(row)) for row in rows)
    text = "\n".join(lines)
    return f"{len(lines)} {hashlib.sha256(text.encode()).hexdigest()}"
