"""The languages of the sheet: ours, and those the operator adds in a folder of their own."""

from functools import cache
from pathlib import Path
from string import Formatter
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

FOLDER = Path(__file__).parents[2] / "templates" / "documents" / "languages"
FRENCH = "fr"
Said = Annotated[str, Field(min_length=1, max_length=200)]


class BadLanguage(ValueError):
    """A file of the operator's folder cannot be used; the sentence says which, and why."""


class Language(BaseModel):
    """What the sheet can say in one language; French has every sentence, others may lack some."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")]
    name: Said
    direction: Literal["ltr", "rtl"] = "ltr"
    weekdays: Annotated[list[Said], Field(min_length=7, max_length=7)]
    months: Annotated[list[Said], Field(min_length=12, max_length=12)]
    first_of_month: Said = "1"
    date: Said
    time: Said
    hour: Said
    midnight: Said
    conjunction: Annotated[str, Field(alias="and")]
    phrases: dict[str, Said]
    families: dict[str, Said] = {}
    kinds: dict[str, Said] = {}
    names: dict[str, Said] = {}


Languages = dict[str, Language]


@cache
def ours() -> Languages:
    """The languages that come with the application, French first."""
    found = _read_folder(FOLDER)
    return {FRENCH: found.pop(FRENCH)} | found


def known(folder: str) -> Languages:
    """Ours and those of the operator's folder, which may also replace ours but French."""
    if not folder:
        return ours()
    added = _read_folder(Path(folder))
    for language in added.values():
        _compare(language)
    return ours() | {code: one for code, one in added.items() if code != FRENCH}


def holes(text: str) -> frozenset[str]:
    """The names between braces in a sentence."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _read_folder(folder: Path) -> Languages:
    if not folder.is_dir():
        raise BadLanguage(f"HANDOUT_LANGUAGES: {folder} is not a folder")
    read = [_read(path) for path in sorted(folder.glob("*.yml"))]
    return {language.code: language for language in read}


def _read(path: Path) -> Language:
    try:
        return Language.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except (ValidationError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadLanguage(f"{path.name}: {error}") from error


def _compare(language: Language) -> None:
    """Other sentences would never be shown; holes French does not have could not be filled."""
    french = ours()[FRENCH].phrases
    for key, text in language.phrases.items():
        if key not in french:
            raise BadLanguage(f"{language.code}.yml: {key} is no sentence of the sheet")
        try:
            wrong = holes(text) ^ holes(french[key])
        except ValueError as error:
            raise BadLanguage(f"{language.code}.yml: {key}: {error}") from error
        if wrong:
            raise BadLanguage(f"{language.code}.yml: {key}: {', '.join(sorted(wrong))}")
