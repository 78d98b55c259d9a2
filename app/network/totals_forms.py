"""What one asks of the totals: where, which families, by which territories, in which order."""

from wtforms import StringField

from app.network.forms import NetworkForm, OrderField
from app.network.sorting import Order
from app.network.totals import INWARDS
from app.network.totals_cells import COLUMNS
from search.network.territory import Level

BY_NAME = "nom"
NAMES = frozenset({BY_NAME, *(column.name for column in COLUMNS)})
LABELS = {
    Level.REGION: "région",
    Level.DEPARTMENT: "département",
    Level.EPCI: "intercommunalité",
    Level.COMMUNE: "commune",
}


class TotalsForm(NetworkForm):
    """The territory and families of the other pages, and how the totals are laid out."""

    par = StringField("Par")
    tri = OrderField("Trier les totaux par", NAMES, Order(BY_NAME))

    def inner(self) -> Level | None:
        """The level asked for if the territory has it, else the next one inwards."""
        levels = INWARDS[self.territoire.data.level]
        return next((level for level in levels if level == self.par.data), next(iter(levels), None))
