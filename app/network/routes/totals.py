"""The totals of a territory: by family, by the territories in it, with their change."""

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act
from app.extensions import db
from app.gate import require
from app.network import charts, links, territories, totals_file, totals_table
from app.network import totals as counted
from app.network.areas import written
from app.network.around import around
from app.network.routes.base import asked_form, attached, blueprint
from app.network.slices import cut
from app.network.sorting import Order
from app.network.totals_cells import COLUMNS, cells
from app.network.totals_forms import BY_NAME, LABELS, TotalsForm
from exchange.writers import tables
from exchange.writers.cells import file_name
from models.codes.offer import Family

KEPT = ("territoire", "famille", "par", "tri")


@blueprint.get("/reseau/totaux")
def totals() -> ResponseReturnValue:
    """The totals, or what is wrong in what was asked of them."""
    require(Act.SEE_NETWORK)
    form = asked_form(TotalsForm)
    if not form.validate():
        return render_template("network/totals.html", **_asked(form), found=None), 422
    found = _found(form)
    return render_template("network/totals.html", **_asked(form), **_told(form, found))


@blueprint.get("/reseau/totaux.csv")
def totals_export() -> ResponseReturnValue:
    """The same as a file, with every territory."""
    require(Act.SEE_NETWORK)
    form = asked_form(TotalsForm)
    found = _found(form) if form.validate() else None
    if found is None:
        return render_template("network/totals.html", **_asked(form), found=None), 422
    name = file_name(f"réseau totaux {form.territoire.data.label}", found.day, "csv")
    return attached(totals_file.as_csv(found), tables.CSV, name)


def _found(form: TotalsForm) -> counted.Totals | None:
    families = frozenset(form.famille.data or ())
    return counted.totals(db.session, form.territoire.data, families, form.inner())


def _asked(form: TotalsForm) -> dict[str, Any]:
    """What was asked, and the ways around it."""
    territory, link = form.territoire.data, _link(form)
    return {
        "form": form,
        "link": link,
        "territory": written(territory),
        "territories": territories.choices(db.session, territory),
        "trail": [(one.label, _to(link, written(one))) for one in around(db.session, territory)],
        "levels": [(level.value, LABELS[level]) for level in counted.INWARDS[territory.level]],
        "inner": form.inner(),
        "families": [("", "Toutes"), *Family.choices()],
    }


def _told(form: TotalsForm, found: counted.Totals | None) -> dict[str, Any]:
    if found is None:
        return {"found": None}
    order, inner = form.tri.data, form.inner()
    rows = totals_table.rows(found.by_place, order)
    shown = cut(rows, lambda row: row.line.code, request.args.get("apres"))
    families = frozenset(form.famille.data or ())
    return {
        "found": found,
        "inner_label": inner and LABELS[inner],
        "columns": COLUMNS,
        "cells": cells,
        "curves": charts.curves(db.session, found.day, form.territoire.data, families),
        "heads": _heads(order, _link(form)),
        "rows": [(_to(_link(form), f"{inner}-{row.line.code}"), row) for row in shown.rows],
        "place": shown,
    }


def _heads(order: Order, link: links.Link) -> list[dict[str, Any]]:
    """The columns of the table, each a link that sorts by it."""
    named = [(BY_NAME, "Territoire"), *COLUMNS]
    return [
        {
            "label": label,
            "number": name != BY_NAME,
            "sort_url": url_for("network.totals", **link | {"tri": str(order.turned(name))}),
            "sorted": ("descending" if order.is_down else "ascending") * (order.name == name),
        }
        for name, label in named
    ]


def _link(form: TotalsForm) -> links.Link:
    """The parameters of this view; the filters of the map are not followed here."""
    kept = links.kept(form, ())
    return {name: kept[name] for name in KEPT if kept.get(name)}


def _to(link: links.Link, territory: str) -> str:
    """The same view of another territory, by its own levels."""
    families = {name: link[name] for name in ("famille",) if name in link}
    return url_for("network.totals", territoire=territory, **families)
