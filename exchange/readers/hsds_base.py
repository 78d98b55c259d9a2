"""The smaller objects of HSDS 3.1 that are read, and what all of them share: nulls are left out."""

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, model_validator

from exchange.values.text import SHORTEST_NAME, cleaned


def is_name(told: str) -> str:
    """Enough of it to be one."""
    if len(cleaned(told).rstrip(". ")) < SHORTEST_NAME:
        raise ValueError
    return told


Text = Annotated[str, Field(max_length=10_000)]
Name = Annotated[str, Field(max_length=10_000), AfterValidator(is_name)]
Key = Annotated[str, Field(min_length=1, max_length=200), BeforeValidator(str)]


class Object(BaseModel):
    """What is null is as good as absent; what we do not use is not checked."""

    @model_validator(mode="before")
    @classmethod
    def without_nulls(cls, told: Any) -> Any:
        """Others write every field, most of them null."""
        if not isinstance(told, dict):
            return told
        return {field: value for field, value in told.items() if value is not None}


class Phone(Object):
    """A telephone number."""

    number: Text = ""


class Named(Object):
    """A language."""

    name: Text = ""
    code: Text = ""


class Schedule(Object):
    """When it is open, as a rule of a calendar."""

    freq: Text = "WEEKLY"
    byday: Text = ""
    opens_at: Text = ""
    closes_at: Text = ""
    description: Text = ""


class Address(Object):
    """A postal address."""

    address_1: Text = ""
    address_2: Text = ""
    city: Text = ""
    postal_code: Text = ""
    country: Text = "FR"


class Accessibility(Object):
    """What helps people with reduced mobility."""

    description: Text = ""


class Location(Object):
    """A place, physical or not."""

    id: Key = ""
    name: Text = ""
    location_type: Text = "physical"
    latitude: float | None = None
    longitude: float | None = None
    external_identifier: Text = ""
    external_identifier_type: Text = ""
    addresses: tuple[Address, ...] = ()
    phones: tuple[Phone, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    accessibility: tuple[Accessibility, ...] = ()
