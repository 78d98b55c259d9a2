"""What a coordinator may send about an import."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import FileField, RadioField, StringField, ValidationError

from app.fields import NOT_A_CODE, Required, SelectChoice, radio
from app.imports.correcting import Cell
from exchange.readers.fields import labels
from models.codes.imports import Decision, Doubts

NO_FILE = "Choisissez un fichier."
SAME = "C'est « {name} », {place} : mettre cette fiche à jour"
NO_TOWN = "Aucune de celles-ci : lire ce qui est écrit ci-dessous"
EMPTY_FILE = "Ce fichier est vide : choisissez-en un autre."


class UploadForm(FlaskForm):
    """One file."""

    file = FileField("Fichier à importer")

    def validate_file(self, field: FileField) -> None:
        """A file was chosen, and there is something in it."""
        if not field.data or not getattr(field.data, "filename", ""):
            raise ValidationError(NO_FILE)
        if not field.data.stream.read(1):
            raise ValidationError(EMPTY_FILE)
        field.data.stream.seek(0)


class ApplyForm(FlaskForm):
    """What becomes of the doubtful lines."""

    doubts = radio(Doubts, "Lignes à vérifier dont personne n'a décidé", default=Doubts.LEAVE)


class DecideForm(FlaskForm):
    """What becomes of one doubtful line; for the same record, which one."""

    choice = RadioField(
        "Que faire de cette ligne ?",
        [Required("Choisissez ce que devient cette ligne.")],
        validate_choice=False,
    )

    def propose(self, twins: list[dict[str, Any]]) -> None:
        """A record of its own, one of those it may be about, or nothing."""
        self.known = {f"{Decision.SAME}:{at}": SAME.format(**one) for at, one in enumerate(twins)}
        self.known |= {code.value: code.label for code in (Decision.CREATE, Decision.LEAVE)}
        self.choice.choices = [SelectChoice(value, label) for value, label in self.known.items()]

    def validate_choice(self, field: RadioField) -> None:
        """One of those proposed."""
        if field.data not in self.known:
            raise ValidationError(NOT_A_CODE)

    def decided(self) -> tuple[Decision, int | None]:
        """The decision, and the rank of the record it is about."""
        decision, _, rank = str(self.choice.data).partition(":")
        return Decision(decision), int(rank) if rank else None


def correction(cells: Sequence[Cell], towns: Mapping[str, str]) -> FlaskForm:
    """A field for each cell of a rejected line, with what is wrong; the communes it may mean."""
    fields: dict[str, Any] = {}
    if towns:
        choices = [SelectChoice(code, f"{name} ({code})") for code, name in towns.items()]
        choices.append(SelectChoice("", NO_TOWN))
        fields["town"] = RadioField("De quelle commune s'agit-il ?", choices=choices, default="")
    for at, cell in enumerate(cells):
        fields[f"cell_{at}"] = StringField(cell.heading, default=cell.value)
    form: FlaskForm = type("CorrectionForm", (FlaskForm,), fields)()
    for at, cell in enumerate(cells):
        form[f"cell_{at}"].errors = cell.reasons
    return form


class ColumnsForm(FlaskForm):
    """Which column means what: one list for each, named after its rank."""

    def fields_by_heading(
        self, columns: list[dict[str, Any]], sent: Mapping[str, str]
    ) -> dict[str, str]:
        """Heading to field; "" for a column left alone, as for any field that does not exist."""
        asked = {one["heading"]: sent.get(f"column-{at}", "") for at, one in enumerate(columns)}
        return {heading: name if name in labels() else "" for heading, name in asked.items()}
