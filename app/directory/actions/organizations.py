"""Verbs on organizations and on whom one calls there."""

from collections.abc import Sequence
from typing import Required, TypedDict, Unpack

from sqlalchemy.orm import Session

from models.codes.organization import LegalForm, OrganizationStatus, Source
from models.organization import Contact, Organization, Site


class OrganizationTerms(TypedDict, total=False):
    """What is said of an organization; numbers and telephone already in their stored form."""

    legal_name: Required[str]
    legal_form: Required[LegalForm]
    acronym: str | None
    siret: str | None
    rna: str | None
    finess: str | None
    uai: str | None
    national_reference: str | None
    networks: Sequence[str]
    website: str | None
    phone: str | None
    email: str | None
    description: str | None
    status: OrganizationStatus


def create_organization(
    session: Session,
    *,
    source: Source = Source.MANUAL,
    source_id: str | None = None,
    **terms: Unpack[OrganizationTerms],
) -> Organization:
    """A new partner; it becomes visible on the map with its first site."""
    organization = Organization(source=source, source_id=source_id, **terms)
    session.add(organization)
    session.flush()
    return organization


def correct_organization(organization: Organization, **terms: Unpack[OrganizationTerms]) -> None:
    """Say what it is now."""
    for name, value in terms.items():
        setattr(organization, name, value)


class ContactTerms(TypedDict, total=False):
    """Who one can call, and how."""

    name: Required[str]
    function: str | None
    phone: str | None
    email: str | None


def add_contact(session: Session, site: Site, **terms: Unpack[ContactTerms]) -> Contact:
    """Somebody, or a desk, one can call about a site."""
    contact = Contact(site=site, **terms)
    session.add(contact)
    session.flush()
    return contact


def correct_contact(contact: Contact, **terms: Unpack[ContactTerms]) -> None:
    """Say who it is now."""
    for name, value in terms.items():
        setattr(contact, name, value)


def remove_contact(session: Session, contact: Contact) -> None:
    """Nobody to call there any more."""
    session.delete(contact)
