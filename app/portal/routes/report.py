"""The report screen of one offer, filled in by the partner or by whoever heard it by telephone."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.access import Act, organizations_of, visible_offers
from app.claims.reports import ChangedMeanwhile, Said, set_places
from app.claims.reports import report as keep_report
from app.extensions import db
from app.gate import current_account, one_or_404, require
from app.portal.blocks import detailed
from app.portal.blueprint import blueprint
from app.portal.forms.places import ReportForm, TotalForm
from app.portal.queries import visible_lots
from models.base import today
from models.capacity import CapacityReport, PlaceLot
from models.codes.claims import LotState
from models.codes.organization import Channel
from models.offer import Offer

CHANGED = (
    "Une place a été réservée ou rendue, ou d'autres chiffres ont été notés pendant votre saisie."
    " Rien n'a été enregistré : vérifiez la liste ci-dessous, puis recommencez."
)
Forms = dict[int, Any]


@blueprint.get("/offres/<int:offer_id>/places")
def report(offer_id: int) -> ResponseReturnValue:
    """What is taken and held, and the question."""
    return page(load(offer_id))


@blueprint.post("/offres/<int:offer_id>/places/<int:lot_id>")
def record(offer_id: int, lot_id: int) -> ResponseReturnValue:
    """Keep the answer for one lot."""
    offer, lot = load(offer_id), load_lot(offer_id, lot_id)
    form = ask(ReportForm, offer, lot.id)
    if not form.validate():
        return page(offer, reports={lot.id: form}), 422
    state = LotState(form.state.data)
    answer = form.answer.data or 0
    try:
        kept = keep_report(lot, answer=answer, said=said(form), seen=form.seen.data, state=state)
    except ChangedMeanwhile:
        db.session.rollback()
        return page(load(offer_id), errors=[CHANGED]), 409
    return saved(offer, kept)


@blueprint.post("/offres/<int:offer_id>/places/<int:lot_id>/total")
def resize(offer_id: int, lot_id: int) -> ResponseReturnValue:
    """Keep another total for one lot."""
    offer, lot = load(offer_id), load_lot(offer_id, lot_id)
    form = ask(TotalForm, offer, lot.id)
    if not form.validate():
        return page(offer, totals={lot.id: form}), 422
    try:
        kept = set_places(lot, form.places.data or 0, said=said(form), seen=form.seen.data)
    except ChangedMeanwhile:
        db.session.rollback()
        return page(load(offer_id), errors=[CHANGED]), 409
    return saved(offer, kept)


def load(offer_id: int) -> Offer:
    """The offer, if the account may report its places."""
    offer = one_or_404(visible_offers(current_account()).where(Offer.id == offer_id))
    require(Act.REPORT_CAPACITY, offer)
    return offer


def load_lot(offer_id: int, lot_id: int) -> PlaceLot:
    """One lot of that offer."""
    lots = visible_lots(current_account())
    return one_or_404(lots.where(PlaceLot.id == lot_id, PlaceLot.offer_id == offer_id))


def is_own(offer: Offer) -> bool:
    """Whether the account speaks for this partner, rather than writes what it heard."""
    return offer.site.organization_id in organizations_of(current_account())


def ask(kind: Any, offer: Offer, lot_id: int) -> Any:
    """The form of one lot; a partner speaks for itself."""
    form = kind(prefix=f"{kind.__name__}-{lot_id}-")
    if is_own(offer):
        del form.said_by
    return form


def said(form: Any) -> Said:
    """The partner online, or whoever was heard by telephone."""
    heard = form.said_by.data if "said_by" in form else None
    channel = Channel.PHONE if heard else Channel.PARTNER_PORTAL
    note = form.note.data or None if "note" in form else None
    return Said(by=current_account(), channel=channel, said_by=heard, note=note)


def saved(offer: Offer, kept: CapacityReport) -> ResponseReturnValue:
    """Commit, say so, and go back to where one came from."""
    if kept.is_clamped:
        flash(f"C'est noté, dans la limite des {kept.places} places de ce lot.")
    else:
        flash("C'est noté.")
    own, offer_id = is_own(offer), offer.id
    db.session.commit()
    if own:
        return redirect(url_for("portal.index", _anchor=f"offre-{offer_id}"))
    return redirect(url_for("portal.report", offer_id=offer_id))


def page(
    offer: Offer,
    *,
    reports: Forms | None = None,
    totals: Forms | None = None,
    errors: list[str] | None = None,
) -> str:
    """The screen, with the forms that were refused as they were typed."""
    block = detailed(db.session, offer)
    ids = [view.lot.id for view in block.lots]
    shown = {lot_id: ask(ReportForm, offer, lot_id) for lot_id in ids} | (reports or {})
    for view in block.lots:
        if not view.claims:
            shown[view.lot.id].answer.label.text = "Combien de places libres ?"
    return render_template(
        "portal/report.html",
        block=block,
        is_own=is_own(offer),
        reports=shown,
        totals={lot_id: ask(TotalForm, offer, lot_id) for lot_id in ids} | (totals or {}),
        errors=errors or [],
        today=today(),
    )
