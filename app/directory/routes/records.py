"""The ways in of the pages that serve offers, sites and organizations alike."""

from collections.abc import Callable

from werkzeug.exceptions import NotFound

from app.directory.records import OFFERS, ORGANIZATIONS, SITES, Record, Row
from app.directory.routes.base import blueprint, load_offer, load_organization, load_site
from app.gate import require

ANY = f"any({OFFERS}, {SITES}, {ORGANIZATIONS})"
LOADERS: dict[str, Callable[..., Row]] = {
    OFFERS: load_offer,
    SITES: load_site,
    ORGANIZATIONS: load_organization,
}


def load_record(level: str, record_id: int, *, lock: bool = False) -> Record:
    """One that exists for the account, or 404."""
    return Record(LOADERS[level](record_id, lock=lock))


def load_editable(level: str, record_id: int, *, lock: bool = False) -> Record:
    """One that the account may correct, or 403."""
    record = load_record(level, record_id, lock=lock)
    act, subject = record.editing
    require(act, subject)
    return record


def is_readable(record: Record) -> bool:
    """Whether its page exists for the account: who reported a mistake may lose sight of it."""
    try:
        load_record(record.level, record.row.id)
    except NotFound:
        return False
    return True


# Templates that are given an offer, a site or an organization say where it stands.
blueprint.add_app_template_filter(Record, "record")
