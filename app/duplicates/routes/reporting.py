"""« Signaler un doublon »: what a record may be a duplicate of, and the other one by its name."""

from http import HTTPStatus
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act, may
from app.duplicates import actions, others, queries
from app.duplicates.fields import Record
from app.duplicates.forms import ReportForm
from app.duplicates.links import url_of
from app.duplicates.routes.base import blueprint, load_record, visible
from app.duplicates.scope import level_of, name_of, owner_of
from app.extensions import db
from app.fields import visible as visible_text
from app.gate import current_account, require
from models.codes.duplicates import Level

SAID = "Merci : la coordination du territoire comparera les deux fiches."


@blueprint.get("/structures/<int:organization_id>/doublons")
def of_organization(organization_id: int) -> ResponseReturnValue:
    """What this organization may be a duplicate of."""
    return asked(load_record(Level.ORGANIZATION, organization_id))


@blueprint.post("/structures/<int:organization_id>/doublons")
def report_organization(organization_id: int) -> ResponseReturnValue:
    """Say which other one it is."""
    return told(load_record(Level.ORGANIZATION, organization_id))


@blueprint.get("/sites/<int:site_id>/doublons")
def of_site(site_id: int) -> ResponseReturnValue:
    """What this site may be a duplicate of."""
    return asked(load_record(Level.SITE, site_id))


@blueprint.post("/sites/<int:site_id>/doublons")
def report_site(site_id: int) -> ResponseReturnValue:
    """Say which other one it is."""
    return told(load_record(Level.SITE, site_id))


def asked(record: Record) -> ResponseReturnValue:
    """The page, with what was looked for."""
    require(Act.REPORT_DUPLICATE)
    return page(record, ReportForm())


def told(record: Record) -> ResponseReturnValue:
    """Write the pair down; whoever may merge goes on at once."""
    require(Act.REPORT_DUPLICATE)
    form = ReportForm()
    other = others.chosen(db.session, record, form.autre.data, visible)
    if not form.validate() or other is None:
        if other is None:
            form.refuse_other()
        return page(record, form), HTTPStatus.UNPROCESSABLE_ENTITY
    return paired(record, other, form)


def paired(record: Record, other: Record, form: ReportForm) -> ResponseReturnValue:
    """Go on to compare them, or leave it to whoever keeps the directory there."""
    by, pair = current_account(), actions.pair_up(db.session, record, other)
    onward = url_for("duplicates.show", pair_id=pair.id)
    if not any(may(by, Act.MERGE_RECORDS, one) for one in (record, other)):
        actions.report(pair, by=by, note=form.note.data)
        onward = url_of(record)
        flash(SAID)
    db.session.commit()
    return redirect(onward, 303)


def page(record: Record, form: ReportForm) -> str:
    """What looks like it, then what was looked for by name."""
    looked = visible_text(request.args.get("nom", "").strip()[:120])
    found: dict[str, Any] = {
        "alike": others.alike(db.session, record, visible),
        "found": others.named(db.session, record, looked, visible) if looked else [],
        "beside": others.beside(db.session, record),
        "absorbed": db.session.scalars(queries.merges_into(level_of(record), record.id)).all(),
        "looked": looked,
    }
    return render_template(
        "duplicates/report.html",
        record=record,
        form=form,
        level=level_of(record),
        **found,
        **{"name_of": name_of, "owner_of": owner_of, "url_of": url_of},
    )
