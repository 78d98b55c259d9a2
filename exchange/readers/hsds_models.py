"""What is read of HSDS 3.1: organizations, services and where they are given (interop §3)."""

import datetime as dt
from typing import Literal

from exchange.readers.hsds_base import Key, Location, Name, Named, Object, Phone, Schedule, Text


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
    phones: tuple[Phone, ...] = ()
    locations: tuple[Location, ...] = ()
    organization_identifiers: tuple[Identifier, ...] = ()
    services: tuple["Service", ...] = ()


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
    cost_options: tuple[Price, ...] = ()
    phones: tuple[Phone, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    service_areas: tuple[Area, ...] = ()
    service_at_locations: tuple[AtLocation, ...] = ()
    languages: tuple[Named, ...] = ()
    required_documents: tuple[Document, ...] = ()
    capacities: tuple[Capacity, ...] = ()
    attributes: tuple[Attribute, ...] = ()
