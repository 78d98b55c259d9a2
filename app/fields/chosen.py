"""Fields of coded lists, under their French labels."""

from collections.abc import Iterable
from typing import Any

from wtforms import RadioField, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.widgets import CheckboxInput, ListWidget

from app.fields.typed import chain
from models.base import Code

__all__ = ["NOT_A_CODE", "SelectChoice", "one_of", "options", "radio", "several_of"]
NOT_A_CODE = "Choisissez dans la liste."


def reader(codes: type[Code]) -> Any:
    """Turns what was sent into a code; nothing stays nothing."""

    def read(value: Any) -> Code | None:
        return codes(value) if value else None

    return read


def options(codes: Iterable[Code]) -> list[Any]:
    """The codes one may still choose, under their labels."""
    return [SelectChoice(code.value, code.label) for code in codes if not code.is_retired]


def one_of(
    codes: type[Code],
    label: str,
    *,
    required: str = "",
    among: Iterable[Code] | None = None,
    **kwargs: Any,
) -> Any:
    """A drop-down list, of these codes among all; it starts on nothing unless it has a default."""
    blank = [] if "default" in kwargs else [SelectChoice("", "Choisir…")]
    choices = [*blank, *options(codes if among is None else among)]
    return coded(SelectField, codes, label, choices, required, **kwargs)


def radio(codes: type[Code], label: str, *, required: str = "", **kwargs: Any) -> Any:
    """A few codes, all in sight."""
    return coded(RadioField, codes, label, options(codes), required, **kwargs)


def several_of(codes: type[Code], label: str, **kwargs: Any) -> Any:
    """Checkboxes; none ticked is an answer too."""
    looks = {"widget": ListWidget(prefix_label=False), "option_widget": CheckboxInput()}
    return coded(SelectMultipleField, codes, label, options(codes), "", **looks, **kwargs)


def coded(
    kind: Any, codes: type[Code], label: str, choices: list[Any], required: str, **kwargs: Any
) -> Any:
    """A field of codes whose only refusal of a foreign value is ours."""
    known = {"coerce": reader(codes), "choices": choices, "validate_choice": False}
    return kind(label, chain(required), invalid_value_message=NOT_A_CODE, **known, **kwargs)
