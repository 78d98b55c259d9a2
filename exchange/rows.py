"""What a reader of any format gives: partners as plain facts, and the faults of what it refused."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from models.base import Code
from models.codes.offer import AdmissionChannel, Cost, Family, Gender
from models.codes.organization import LegalForm, PmrAccess, Source


class Refused(Exception):
    """The whole file cannot be read; the message is a French sentence for who sent it."""


class Unnamed(Refused):
    """No column of a free spreadsheet was taken for the name: somebody may say which one is."""


@dataclass(frozen=True, slots=True)
class Organization:
    """Who it is. Identifiers have been checked, the phone is E.164, the website has a scheme."""

    name: str
    acronym: str | None = None
    legal_form: LegalForm | None = None
    siret: str | None = None
    rna: str | None = None
    finess: str | None = None
    networks: tuple[str, ...] = ()
    website: str | None = None
    phone: str | None = None
    email: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """Where it receives people. A point is WGS 84 degrees as the file gives it: never checked
    against the commune here. Hours are valid OpenStreetMap opening_hours."""

    name: str
    address: str | None = None
    complement: str | None = None
    commune_code: str | None = None
    postal_code: str | None = None
    city: str | None = None
    department_code: str | None = None
    lon: float | None = None
    lat: float | None = None
    hours: str | None = None
    phone: str | None = None
    email: str | None = None
    pmr_access: PmrAccess = PmrAccess.UNKNOWN
    is_confidential: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """One kind of place; `kind` is a code of the family's list (`models.codes.families.types_of`).

    `external_id` is stable from one file to the next, within the partner. `site` is given only
    when the offer is elsewhere than at the partner's own site.
    """

    external_id: str
    family: Family
    kind: Code
    title: str
    description: str | None = None
    site: Site | None = None
    cost: Cost = Cost.UNKNOWN
    cost_details: str | None = None
    languages: tuple[str, ...] = ()
    zone_eligibility: tuple[str, ...] = ()
    is_remote: bool = False
    admission: AdmissionChannel | None = None
    admission_details: str | None = None
    documents_required: tuple[str, ...] = ()
    gender: Gender | None = None
    age_min: int | None = None
    age_max: int | None = None
    hours: str | None = None
    phone: str | None = None
    email: str | None = None
    places: int | None = None
    free: int | None = None
    updated_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Partner:
    """One line of a file. Without organization (nor site), its offers belong to the partner
    already known by that source and external id."""

    organization: Organization | None
    site: Site | None
    offers: tuple[Offer, ...] = ()
    updated_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value, for whoever corrects it; `raw` is its line as it was read.

    `part` is the sheet or list the line is counted in, where the file has several.
    """

    line: int
    field: str
    value: str
    reason: str
    nearest: str | None = None
    part: str = ""
    raw: Mapping[str, str] = dataclasses.field(default_factory=dict, compare=False, repr=False)


class Beside(NamedTuple):
    """A line that goes in with another: a service with its structure."""

    part: str
    line: int
    raw: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A line that can go in; `remarks` are the values of it that were left out, and why.

    `part` is as in a fault; `beside` are the other lines of the file that say the same partner.
    """

    line: int
    source: Source
    external_id: str
    partner: Partner
    remarks: tuple[Fault, ...] = ()
    raw: Mapping[str, str] = dataclasses.field(default_factory=dict, compare=False, repr=False)
    part: str = ""
    beside: tuple[Beside, ...] = dataclasses.field(default=(), compare=False, repr=False)
