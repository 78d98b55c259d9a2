"""The key of a kind of offer: that of the offer itself."""

from typing import Annotated

import sqlalchemy as sa
from sqlalchemy.orm import mapped_column

from models.offer import Offer

OfferKey = Annotated[int, mapped_column(sa.ForeignKey(Offer.id), primary_key=True)]
