"""The page of one organization, and that of one of its sites."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import render_template

from app.access import may
from app.directory import mistaken, queries, sheet, site_page
from app.directory.completeness import records
from app.directory.completeness.gaps import Gaps
from app.directory.offered import offered
from app.directory.records import Record
from app.directory.routes.base import blueprint, load_organization, load_site
from app.extensions import db
from app.gate import current_account
from models.organization import Organization, Site

T = TypeVar("T", Organization, Site)


@blueprint.get("/structures/<int:organization_id>")
def organization(organization_id: int) -> str:
    """Whoever hosts, houses, hires, cares or helps."""
    shown = load_organization(organization_id)
    offers, places = offered(db.session, queries.of_organization(shown), current_account())
    return render_template(
        "directory/organization.html",
        organization=shown,
        offers=offers,
        places=places,
        numbers=sheet.Section("numeros", "Numéros", sheet.number_rows(shown)),
        gaps=editors(shown, records.of_organization),
        **about(Record(shown)),
    )


@blueprint.get("/sites/<int:site_id>")
def site(site_id: int) -> str:
    """One place on earth where it receives people."""
    here = load_site(site_id)
    return render_template(
        "directory/site.html",
        site=here,
        shown=site_page.read(db.session, here, current_account()),
        gaps=editors(here, records.of_site),
        **about(Record(here)),
    )


def about(record: Record) -> dict[str, Any]:
    """What the page of every record shows beside it."""
    return {"record": record, "mistakes": mistaken.open_on(db.session, record)}


def editors(row: T, read: Callable[[T], Gaps]) -> Gaps | None:
    """What is missing, for those who may fill it."""
    act, subject = Record(row).editing
    return read(row) if may(current_account(), act, subject) else None
