"""What coverage is asked of: a kind of offer, and how far is near."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import SelectField, StringField, ValidationError

from app.fields import SelectChoice, Whole
from app.network.areas import TerritoryField
from app.network.coverage.kinds import Kind
from app.network.coverage.reach import Reach, Way, reach
from app.network.kinds import TYPE_LABELS
from models.codes.families import types_of
from models.codes.offer import Family
from search.network.territory import Level

NEAR = 20
INNER = (Level.REGION, Level.DEPARTMENT)
HOW_FAR = "Écrivez un nombre de 1 à 200."
NO_SUCH_KIND = "Choisissez une sorte d'offre dans la liste."
NO_SUCH_WAY = "Choisissez une mesure dans la liste."


class KindField(StringField):
    """« LOGEMENT », or « LOGEMENT:CHRS » for one type; its data is a `Kind`."""

    data: Any

    def process_formdata(self, valuelist: list[Any]) -> None:
        family, _, code = (valuelist[0] if valuelist else "").partition(":")
        if not family:
            return
        known = {one.value: one for one in Family}
        if family not in known or (code and code not in set(types_of(known[family]))):
            raise ValueError(NO_SUCH_KIND)
        self.data = Kind(known[family], code)


class CoverageForm(FlaskForm):
    """Sent by GET: it can be shared."""

    class Meta:
        csrf = False

    territoire = TerritoryField("Territoire")
    offre = KindField("Sorte d'offre", default=Kind(Family.TIG))  # type: ignore[arg-type]
    mesure = SelectField(
        "Près, c'est à",
        choices=[SelectChoice(way.code, way.label) for way in Way],
        default=Way.DISTANCE.code,
        validate_choice=False,
    )
    nombre = Whole("Nombre", 1, 200, HOW_FAR, default=NEAR)
    par = StringField("Par")

    def validate_mesure(self, field: SelectField) -> None:
        """One of ours."""
        if field.data not in {way.code for way in Way}:
            raise ValidationError(NO_SUCH_WAY)

    @property
    def way(self) -> Way:
        """How near is told."""
        return next((way for way in Way if way.code == self.mesure.data), Way.DISTANCE)

    @property
    def number(self) -> int:
        """How many of these; twenty unless said."""
        return self.nombre.data or NEAR

    @property
    def reach(self) -> Reach:
        """As radii."""
        return reach(self.way, self.number)

    @property
    def inner(self) -> Level:
        """By what France is told: its régions, unless its départements are asked for."""
        return next((level for level in INNER if level == self.par.data), Level.REGION)

    def link(self) -> dict[str, Any]:
        """The parameters of this question but its territory."""
        return {
            "offre": written(self.offre.data),
            "mesure": self.way.code,
            "nombre": str(self.number),
            "par": self.inner.value if self.territoire.data.level is Level.FRANCE else None,
        }


def written(kind: Kind) -> str:
    """The kind as a link names it."""
    return f"{kind.family}:{kind.type_code}" if kind.type_code else kind.family.value


def label(kind: Kind) -> str:
    """The kind in French."""
    return TYPE_LABELS[kind.type_code] if kind.type_code else kind.family.label


def kinds() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every family and its types, for a list in groups; families that share types have none."""
    groups = []
    for family in Family:
        own = types_of(family).choices() if len(_sharing(family)) == 1 else []
        types = [(f"{family}:{code}", name) for code, name in own]
        groups.append((family.label, [(family.value, f"{family.label} (tout)"), *types]))
    return groups


def _sharing(family: Family) -> list[Family]:
    return [one for one in Family if types_of(one) is types_of(family)]
