"""What is looked for: a family of offers, or one type of it."""

from typing import Any, NamedTuple

import sqlalchemy as sa

from models.codes.offer import Family
from models.offer import Offer

OFFER = Offer.__table__


class Kind(NamedTuple):
    """A family, or one type of it."""

    family: Family
    type_code: str = ""

    def of(self, model: Any) -> list[sa.ColumnElement[bool]]:
        """As conditions on a table of offers."""
        wanted = [model.family == self.family.value]
        return [*wanted, model.type_code == self.type_code] if self.type_code else wanted
