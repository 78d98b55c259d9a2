"""Free texts in which somebody's offence or health may slip: what looks so is shown once."""

from collections.abc import Sequence
from typing import Any

from wtforms import ValidationError
from wtforms.form import BaseForm
from wtforms.validators import Length

from app.fields import sensitive
from app.fields.typed import Prose

SEEN = (
    "Relisez : vous avez écrit {}. Ce texte ne doit rien dire de l'infraction ni de la santé"
    " d'une personne. S'il n'en dit rien, "
)
WHILE_TYPING = f"{SEEN}laissez-le tel quel."
ONCE_SENT = f"{SEEN}envoyez-le de nouveau : il sera enregistré tel quel."


class Careful(Prose):
    """Prose that warns of the words seen, once, and then takes it as it is (RULE-DP-13).

    The words already shown come back with the form, under the field's name and `-relu`.
    """

    def __init__(
        self,
        label: str,
        most: int,
        required: str = "",
        *,
        least: int = 0,
        about: Sequence[str] = (*sensitive.OFFENCES, *sensitive.HEALTH),
        **kwargs: Any,
    ) -> None:
        super().__init__(label, most, required, **kwargs)
        self.about = tuple(about)
        self.told: set[str] = set()
        if least:
            sentence = f"Écrivez entre {least} et {most} caractères."
            self.validators = [*self.validators, Length(least, message=sentence)]

    @property
    def pattern(self) -> str:
        """What the page looks for while one types."""
        return sensitive.pattern(self.about)

    @property
    def warning(self) -> str:
        """What the page says of it, with a hole for the words."""
        return WHILE_TYPING

    @property
    def seen(self) -> list[str]:
        """The words of this text to read again."""
        return sensitive.seen(self.data or "", self.about)

    @property
    def shown(self) -> str:
        """Those words as the form sends them back."""
        return "|".join(map(sensitive.plain, self.seen))

    def process(self, formdata: Any, *args: Any, **kwargs: Any) -> None:
        """Read the text, and which words were shown beside it."""
        super().process(formdata, *args, **kwargs)
        sent = formdata.getlist(f"{self.name}-relu") if formdata else []
        self.told = set("|".join(sent).split("|"))

    def post_validate(self, form: BaseForm, validation_stopped: bool) -> None:
        """Refuse once what nobody has read again."""
        words = self.seen
        if self.errors or {sensitive.plain(word) for word in words} <= self.told:
            return
        raise ValidationError(ONCE_SENT.format(", ".join(f"« {word} »" for word in words)))
