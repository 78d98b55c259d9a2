"""Who speaks for a host: its own account, else somebody heard by telephone."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.account import Account, Membership
from models.codes.access import Role
from models.codes.offer import Family
from models.codes.organization import Channel, Source
from models.offer import Offer
from models.organization import Contact, Organization
from seeds.demo import accounts

LEADS = {"69": "tig", "01": "tig.ain", "42": "tig.loire"}
COORDINATORS = {"69": "coordination", "01": "coordination.ain", "42": "coordination.loire"}
DESK = "le secrétariat de la mairie"


@dataclass(frozen=True)
class Voice:
    """What is written down of a word: who is signed in, by which channel, who was heard."""

    by: Account
    channel: Channel = Channel.PARTNER_PORTAL
    said_by: str | None = None

    @property
    def is_online(self) -> bool:
        """The host says it itself."""
        return self.channel is Channel.PARTNER_PORTAL


class Voices:
    """The voices of every host, read once."""

    def __init__(self, session: Session) -> None:
        self.staff = accounts.known(session)
        managers = select(Membership).where(Membership.role == Role.PARTNER_MANAGER)
        self.managers = {one.organization_id: one.account for one in session.scalars(managers)}
        self.contacts = {one.site_id: one.name for one in session.scalars(select(Contact))}

    def of(self, offer: Offer, *, heard_by: Account | None = None) -> Voice:
        """The host's own account, or whoever telephones it: `heard_by`, else the territory's."""
        if manager := self.managers.get(offer.site.organization_id):
            return Voice(manager)
        who = heard_by or self.territory(offer)
        return Voice(who, Channel.PHONE, self._heard(offer))

    def territory(self, offer: Offer) -> Account:
        """Whoever follows this host for the SPIP of its département."""
        keys = LEADS if offer.family is Family.TIG else COORDINATORS
        return self.staff[keys[offer.site.department_code]]

    def _heard(self, offer: Offer) -> str:
        host: Organization = offer.site.organization
        return DESK if host.source is Source.REFERENCE else self.contacts[offer.site_id]
