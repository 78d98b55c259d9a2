"""What is read of HSDS 3.1: its objects and their fields (domain interop §3), nulls left out."""

import datetime as dt
from typing import Annotated, Any, Literal

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
    addresses: list[Address] = []
    phones: list[Phone] = []
    schedules: list[Schedule] = []
    accessibility: list[Accessibility] = []


class AtLocation(Object):
    """A service at a location."""

    location: Location | None = None
    location_id: Key = ""


class Area(Object):
    """Where people may live to be served."""

    name: Text = ""
    extent: Text = ""


class Capacity(Object):
    """How many places there are."""

    available: float | None = None
    maximum: float | None = None
    updated: dt.datetime | None = None


class Price(Object):
    """What it costs."""

    amount: float | None = None


class Document(Object):
    """What must be shown."""

    document: Text = ""


class Term(Object):
    """A word of a taxonomy."""

    code: Text = ""
    name: Text = ""


class Attribute(Object):
    """A word said of something."""

    taxonomy_term: Term = Term()


class Identifier(Object):
    """A number somebody gave to an organization."""

    identifier_type: Text = ""
    identifier: Text = ""


class Organization(Object):
    """Who it is."""

    id: Key
    name: Name
    alternate_name: Text = ""
    description: Text = ""
    email: Text = ""
    website: Text = ""
    tax_id: Text = ""
    phones: list[Phone] = []
    locations: list[Location] = []
    organization_identifiers: list[Identifier] = []
    services: list["Service"] = []


class Service(Object):
    """What it offers."""

    id: Key
    name: Name
    status: Literal["active", "inactive", "defunct", "temporarily closed"]
    organization_id: Key = ""
    description: Text = ""
    email: Text = ""
    fees_description: Text = ""
    application_process: Text = ""
    eligibility_description: Text = ""
    minimum_age: float | None = None
    maximum_age: float | None = None
    last_modified: dt.datetime | None = None
    assured_date: dt.date | None = None
    organization: Organization | None = None
    cost_options: list[Price] = []
    phones: list[Phone] = []
    schedules: list[Schedule] = []
    service_areas: list[Area] = []
    service_at_locations: list[AtLocation] = []
    languages: list[Named] = []
    required_documents: list[Document] = []
    capacities: list[Capacity] = []
    attributes: list[Attribute] = []
