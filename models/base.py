"""What every model shares: naming, column types mapped once, the clock, and coded lists."""

import datetime as dt
import uuid
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from geoalchemy2 import Geography, WKBElement
from sqlalchemy.orm import DeclarativeBase, mapped_column

PARIS = ZoneInfo("Europe/Paris")
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def now() -> dt.datetime:
    """The present instant, aware, in UTC."""
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """The present day in France, where people sign, arrive and leave."""
    return dt.datetime.now(PARIS).date()


class Code(StrEnum):
    """A coded list: the value is stored, the French label shown; codes retire, none is removed."""

    label: str
    is_retired: bool

    def __new__(cls, code: str, label: str = "", is_retired: bool = False) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label or code
        member.is_retired = is_retired
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """The (code, label) pairs one may still choose."""
        return [(member.value, member.label) for member in cls if not member.is_retired]


class CodeType(sa.types.TypeDecorator[StrEnum]):
    """A code stored as text; adding one needs no migration."""

    impl = sa.String
    cache_ok = True

    def __init__(self, codes: type[StrEnum]) -> None:
        super().__init__(40)
        self.codes = codes

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str | None:
        return None if value is None else self.codes(value).value

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> StrEnum | None:
        return None if value is None else self.codes(value)


class CodeList(sa.types.TypeDecorator[Sequence[StrEnum]]):
    """Several codes of one list, stored as text[]."""

    impl = sa.ARRAY(sa.Text)
    cache_ok = True

    def __init__(self, codes: type[StrEnum]) -> None:
        super().__init__()
        self.codes = codes

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> list[str] | None:
        return None if value is None else [self.codes(item).value for item in value]

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> list[StrEnum] | None:
        return None if value is None else [self.codes(item) for item in value]


def codes_column(codes: type[StrEnum]) -> Any:
    """A mapped text[] column of codes, empty by default."""
    return mapped_column(CodeList(codes), default=list, server_default="{}")


def code_column(codes: type[StrEnum], **kwargs: Any) -> Any:
    """A mapped column holding one code."""
    return mapped_column(CodeType(codes), **kwargs)


Id = Annotated[int, mapped_column(sa.BigInteger, sa.Identity(), primary_key=True)]
Key = Annotated[uuid.UUID, mapped_column(primary_key=True, default=uuid.uuid4)]
Point = Annotated[WKBElement, mapped_column(Geography("POINT", 4326, spatial_index=False))]
Text = Annotated[str, mapped_column(sa.Text)]
Texts = Annotated[list[str], mapped_column(sa.ARRAY(sa.Text), default=list, server_default="{}")]
Whole = Annotated[int, mapped_column(sa.Integer)]


class Base(DeclarativeBase):
    """The mother of every model."""

    metadata = sa.MetaData(naming_convention=NAMING)
    type_annotation_map = {
        dt.datetime: sa.DateTime(timezone=True),
        str: sa.Text,
        int: sa.BigInteger,
        uuid.UUID: sa.Uuid(),
    }
