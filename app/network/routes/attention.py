"""« À traiter »: the lists with their counts, one of them, and what a call changes on its rows."""

from http import HTTPStatus
from itertools import chain
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act, may, visible_offers, watched_families
from app.claims.reports import ChangedMeanwhile
from app.extensions import db
from app.gate import current_account, one_or_404, require
from app.network.areas import written
from app.network.attention import queries, rows
from app.network.attention.actions import hear, version
from app.network.attention.forms import HeardForm
from app.network.attention.lists import BY_CODE, LISTS
from app.network.attention.worklist import Worklist
from app.network.forms import NetworkForm
from app.network.routes.base import asked, asked_form, blueprint, sees_over
from app.network.territories import choices
from models.offer import Offer
from search.network.filters import NetworkFilter

NOTED = "C'est noté : {title}."
MEANWHILE = (
    "{title} : quelqu'un a noté une réponse entre-temps. Votre appui n'a pas été enregistré."
)


@blueprint.get("/reseau/a-traiter")
def attention() -> ResponseReturnValue:
    """Every list, with how many lines it has on the territory."""
    require(Act.SEE_NETWORK_OFFERS)
    wanted, shown = watched(), [one for one in LISTS if is_open(one)]
    return render_template(
        "network/attention.html",
        lists=shown,
        counts=queries.counts(db.session, wanted, shown, with_over=sees_over()),
        most=queries.MOST,
        **where(wanted),
    )


@blueprint.get("/reseau/a-traiter/<which>")
def attention_list(which: str) -> ResponseReturnValue:
    """One list, page by page."""
    worklist, wanted, apres = load(which), watched(), request.args.get("apres", "")
    told = {"list": worklist, "rows": rows, "version": version, "apres": apres}
    told |= listed(worklist, wanted, apres) | where(wanted)
    return render_template("network/attention_list.html", **told)


@blueprint.post("/reseau/a-traiter/<which>/<int:offer_id>")
def attention_heard(which: str, offer_id: int) -> ResponseReturnValue:
    """« Toujours exact » or « Complet », heard by telephone: the row leaves the list."""
    worklist, offer = load(which), load_offer(offer_id)
    require(Act.REPORT_CAPACITY, offer)
    form, title = HeardForm(), offer.title
    if not form.validate():
        return gone(worklist, " ".join(chain.from_iterable(form.errors.values())), 422)
    try:
        keep(offer, form)
    except ChangedMeanwhile:
        db.session.rollback()
        return gone(worklist, MEANWHILE.format(title=title), 409)
    return gone(worklist, NOTED.format(title=title))


def keep(offer: Offer, form: HeardForm) -> None:
    """Write down the answer, and commit."""
    word, said_by, seen = form.mot.data or "", form.qui.data or "", form.vu.data or ""
    hear(db.session, offer, word, by=current_account(), said_by=said_by, seen=seen)
    db.session.commit()


def watched() -> NetworkFilter:
    """The filter of the address, on the families this account looks after."""
    form: NetworkForm = asked_form()
    if not form.validate():
        abort(422)
    ours = watched_families(current_account())
    form.famille.data = [one for one in form.famille.data or () if one in ours] or sorted(ours)
    return asked(form)


def listed(worklist: Worklist, wanted: NetworkFilter, apres: str) -> dict[str, Any]:
    """The lines after a key, and how many there are in all."""
    after, told = queries.Key.read(worklist, apres), {"with_over": sees_over()}
    counted = queries.counts(db.session, wanted, [worklist], **told)
    return {
        "page": queries.page(db.session, worklist, wanted, after, **told),
        "count": counted[worklist.code],
        "most": queries.MOST,
    }


def where(wanted: NetworkFilter) -> dict[str, object]:
    """The territory, for titles and links, and the others one may choose."""
    chosen = wanted.territory
    return {
        "territory": chosen,
        "territories": choices(db.session, chosen),
        "link": {"territoire": written(chosen)},
    }


def is_open(worklist: Worklist) -> bool:
    """Sums are shown to the SPIP alone."""
    return not worklist.needs_sum or may(current_account(), Act.SEE_SUM)


def load(which: str) -> Worklist:
    """A list that the account may read."""
    require(Act.SEE_NETWORK_OFFERS)
    worklist = BY_CODE.get(which)
    if worklist is None:
        abort(404)
    if worklist.needs_sum:
        require(Act.SEE_SUM)
    return worklist


def load_offer(offer_id: int) -> Offer:
    """An offer that exists for the account."""
    return one_or_404(visible_offers(current_account()).where(Offer.id == offer_id))


def gone(worklist: Worklist, said: str, status: int = 200) -> ResponseReturnValue:
    """Nothing in place of the row, and a word; without htmx, the list again."""
    if request.headers.get("HX-Request"):
        # What could not be read leaves its row where it is.
        headers = {"HX-Reswap": "none"} if status == HTTPStatus.UNPROCESSABLE_ENTITY else {}
        left = queries.counts(db.session, watched(), [worklist], with_over=sees_over())
        told = {"said": said, "count": left[worklist.code], "most": queries.MOST}
        return render_template("network/_attention_said.html", **told), status, headers
    flash(said)
    link: dict[str, Any] = {name: request.args.get(name) for name in ("territoire", "apres")}
    return redirect(url_for("network.attention_list", which=worklist.code, **link), 303)
