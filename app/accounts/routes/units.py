"""The units: list, create, edit."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.access import Act
from app.accounts import actions, queries
from app.accounts.forms import UnitForm
from app.accounts.routes.blueprint import blueprint, load_unit
from app.extensions import db
from app.gate import require
from models.account import Unit
from models.codes.access import UnitKind


@blueprint.get("/comptes/unites")
def units() -> ResponseReturnValue:
    """Every unit, with how many roles are held there."""
    require(Act.MANAGE_ACCOUNTS)
    members = {row.unit_id: row.members for row in db.session.execute(queries.members())}
    rows = db.session.scalars(queries.units()).all()
    return render_template("accounts/units.html", units=rows, members=members)


@blueprint.get("/comptes/unites/nouvelle")
def new_unit() -> ResponseReturnValue:
    """The form of a new unit."""
    require(Act.MANAGE_ACCOUNTS)
    return render_template("accounts/unit.html", form=UnitForm(), unit=None)


@blueprint.post("/comptes/unites/nouvelle")
def create_unit() -> ResponseReturnValue:
    """Open a unit."""
    require(Act.MANAGE_ACCOUNTS)
    form = UnitForm()
    if not form.validate() or not _is_free(form):
        return render_template("accounts/unit.html", form=form, unit=None), 422
    unit = actions.create_unit(db.session, **_described(form))
    db.session.commit()
    flash(f"L'unité {unit.name} est créée.")
    return redirect(url_for("accounts.units"))


@blueprint.get("/comptes/unites/<int:unit_id>/modifier")
def edit_unit(unit_id: int) -> ResponseReturnValue:
    """The form of a unit."""
    unit = load_unit(unit_id)
    return render_template("accounts/unit.html", form=UnitForm(obj=unit), unit=unit)


@blueprint.post("/comptes/unites/<int:unit_id>/modifier")
def update_unit(unit_id: int) -> ResponseReturnValue:
    """Describe a unit anew."""
    unit = load_unit(unit_id)
    form = UnitForm()
    if not form.validate() or not _is_free(form, unit):
        return render_template("accounts/unit.html", form=form, unit=unit), 422
    actions.describe_unit(unit, **_described(form))
    db.session.commit()
    flash(f"L'unité {unit.name} est modifiée.")
    return redirect(url_for("accounts.units"))


def _described(form: UnitForm) -> dict[str, Any]:
    return {
        "name": form.name.data,
        "kind": form.kind.data or UnitKind.MIXED,
        "department_code": form.department_code.data,
        "phone": form.phone.data or None,
    }


def _is_free(form: UnitForm, unit: Unit | None = None) -> bool:
    other = db.session.scalar(queries.units().where(Unit.name == form.name.data))
    if other in (None, unit):
        return True
    form.name.errors = ["Une autre unité porte déjà ce nom."]
    return False
