"""What one asks of the totals: where, which families, by which territories, in which order."""

from typing import Any

from wtforms import StringField

from app.network.forms import UNSORTABLE, NetworkForm
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


class TotalsOrderField(StringField):
    """« libres », « -libres »; its data is an `Order`."""

    data: Any

    def process_data(self, value: Any) -> None:
        self.data = Order(BY_NAME)

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        name = typed.removeprefix("-")
        if typed and name not in NAMES:
            raise ValueError(UNSORTABLE)
        if typed:
            self.data = Order(name, typed != name)


class TotalsForm(NetworkForm):
    """The territory and families of the other pages, and how the totals are laid out."""

    par = StringField("Par")
    tri = TotalsOrderField("Trier les totaux par")

    def inner(self) -> Level | None:
        """The level asked for if the territory has it, else the next one inwards."""
        levels = INWARDS[self.territoire.data.level]
        return next((level for level in levels if level == self.par.data), next(iter(levels), None))
