"""What the page of a new person and that of a plan write alike."""

from app.casework import actions, sheet
from app.casework.forms.bounds import BoundsFields
from app.casework.forms.pages import PlanForm
from app.extensions import db
from models.codes.offer import ContactFlag
from models.codes.people import Proof
from models.plan import ReleasePlan


def restrict(plan: ReleasePlan, form: BoundsFields) -> None:
    """Contacts to avoid as ticked, one more zone if one was drawn, the owner's agreement."""
    for flag in ContactFlag:
        verb = actions.avoid if flag in (form.avoided.data or ()) else actions.stop_avoiding
        verb(db.session, plan, flag)
    if form.zone_geojson.polygon is not None:
        actions.forbid_zone(db.session, plan, form.zone_geojson.polygon)
    agreed = form.owner_agreement_on.data
    if agreed:
        actions.prove(db.session, plan, Proof.ACCORD_ECRIT_PROPRIETAIRE_DDSE, obtained_on=agreed)
    else:
        actions.unprove(plan, Proof.ACCORD_ECRIT_PROPRIETAIRE_DDSE)


def filled(plan: ReleasePlan) -> PlanForm:
    """The form of a plan, holding what the plan says."""
    agreed = next((p for p in plan.proofs if p.proof is Proof.ACCORD_ECRIT_PROPRIETAIRE_DDSE), None)
    lon, lat = sheet.home_of(plan) if plan.home_point is not None else (None, None)
    return PlanForm(
        obj=plan,
        commune=plan.home.name,
        insee=plan.home_insee,
        lon=lon,
        lat=lat,
        avoided=[known.flag for known in plan.constraints if known.flag],
        owner_agreement_on=agreed and agreed.obtained_on,
    )
