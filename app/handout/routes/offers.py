"""The sheet of an offer, for whoever sees the offer."""

from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Select
from sqlalchemy.orm import joinedload

from app.access import Act, visible_offers
from app.gate import current_account, one_or_404, require
from app.handout.routes.asking import Asked
from app.handout.routes.base import as_page, as_pdf, blueprint, opened
from models.offer import Offer
from models.organization import Site


@blueprint.get("/offres/<int:offer_id>/fiche")
def offer(offer_id: int) -> ResponseReturnValue:
    """The sheet as a page, to read and to print."""
    return as_page(asked(offer_id))


@blueprint.get("/offres/<int:offer_id>/fiche.pdf")
def offer_pdf(offer_id: int) -> ResponseReturnValue:
    """The sheet as a file."""
    return as_pdf(asked(offer_id))


@blueprint.post("/offres/<int:offer_id>/fiche")
def offer_open(offer_id: int) -> ResponseReturnValue:
    """The sheet with a confidential address."""
    return opened(asked(offer_id))


def asked(offer_id: int) -> Asked:
    """The offer, as long as it exists for the account."""
    visible: Select[Any] = visible_offers(current_account()).where(Offer.id == offer_id)
    found: Offer = one_or_404(
        visible.options(
            joinedload(Offer.site).joinedload(Site.organization),
            joinedload(Offer.site).selectinload(Site.contacts),
        )
    )
    require(Act.SEE_OFFER, found)
    back = url_for("directory.show", offer_id=offer_id)
    return Asked(found, {"offer_id": offer_id}, (found.title, back))
