"""The filters of the network: names of fields are those of the link one shares."""

from collections.abc import Collection
from typing import Any

from wtforms import StringField

from app.fields import several_of
from app.fields.forms import WhomFields
from app.network.areas import TerritoryField, ZoneField
from app.network.sorting import NAMES, Order
from models.codes.families import types_of
from models.codes.network import Accredited, Freshness, Sign
from models.codes.offer import Band, Family, Weekday
from search.network.filters import NetworkFilter

UNSORTABLE = "Le tableau ne se trie pas ainsi : choisissez une de ses colonnes."


class NetworkForm(WhomFields):
    """Sent by GET: nothing of it is secret, nothing of it is kept."""

    class Meta:
        csrf = False

    territoire = TerritoryField("Territoire")
    famille = several_of(Family, "Familles")
    jours = several_of(Weekday, "Jours")
    moments = several_of(Band, "Moments")
    etat = several_of(Sign, "Disponibilité")
    fraicheur = several_of(Freshness, "Dernière confirmation")
    habilitation = several_of(Accredited, "Habilitation TIG")
    zone = ZoneField("Zone affichée")

    def types(self, asked: list[str]) -> frozenset[str]:
        """The kinds ticked, among those of the families chosen."""
        known = {code.value for family in self.famille.data or () for code in types_of(family)}
        return frozenset(known & set(asked))

    def asked(self, *, types: list[str]) -> NetworkFilter:
        """What to ask of the network."""
        return NetworkFilter(
            territory=self.territoire.data,
            families=frozenset(self.famille.data or ()),
            type_codes=self.types(types),
            audience=self.audience(),
            days=frozenset(self.jours.data or ()),
            bands=frozenset(self.moments.data or ()),
            signs=frozenset(self.etat.data or ()),
            freshness=frozenset(self.fraicheur.data or ()),
            accredited=frozenset(self.habilitation.data or ()),
            box=self.zone.data,
        )


class OrderField(StringField):
    """« commune », « -commune »: a column of these; its data is an `Order`."""

    data: Any

    def __init__(
        self, label: str, names: Collection[str], usual: Order | None = None, **kwargs: Any
    ) -> None:
        super().__init__(label, **kwargs)
        self.names, self.usual = names, usual

    def process_data(self, value: Any) -> None:
        self.data = self.usual

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        name = typed.removeprefix("-")
        if typed and name not in self.names:
            raise ValueError(UNSORTABLE)
        if typed:
            self.data = Order(name, typed != name)


class TableForm(NetworkForm):
    """The same filters, and what the table is sorted by."""

    tri = OrderField("Trier le tableau par", NAMES)
