"""What the tables of the kinds share: the key of the offer itself, facts nobody told yet."""

from typing import Annotated, Any

import sqlalchemy as sa
from sqlalchemy.orm import mapped_column

from models.base import code_column
from models.codes.offer import YesNo
from models.offer import Offer

OfferKey = Annotated[int, mapped_column(sa.ForeignKey(Offer.id), primary_key=True)]


def untold() -> Any:
    """A mapped yes or no, unknown until somebody tells."""
    return code_column(YesNo, default=YesNo.UNKNOWN, server_default=YesNo.UNKNOWN.value)
