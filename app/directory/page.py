"""All that the page of one offer shows, read in a fixed number of queries."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from app.access import Act, may
from app.claims.availability import availability
from app.directory import queries, served, sheet
from app.directory.audience import Audience
from app.directory.places import Places, gather
from app.directory.point import coordinates
from app.directory.week import Week, read_week
from models.account import Account
from models.base import now
from models.offer import Offer
from models.offer_kinds import TigPost


@dataclass(frozen=True)
class OfferPage:
    """One offer with its places, its audience and what the account may see of it."""

    offer: Offer
    places: Places | None
    audience: Audience
    has_secret: bool
    with_notes: bool
    zones: list[str]

    @property
    def calls(self) -> list[tuple[str, str]]:
        """Whom to call, in order, each number once: (who, number)."""
        site, owner = self.offer.site, self.offer.organization
        contacts = [(", ".join(filter(None, (c.name, c.function))), c.phone) for c in site.contacts]
        numbers = [
            (self.offer.title, self.offer.phone),
            *contacts,
            (site.name, site.phone),
            (owner.legal_name, owner.phone),
        ]
        first: dict[str, str] = {}
        for who, number in numbers:
            if number:
                first.setdefault(number, who)
        return [(who, number) for number, who in first.items()]

    @property
    def emails(self) -> list[str]:
        """Addresses to write to, each once."""
        site, owner = self.offer.site, self.offer.organization
        known = [self.offer.email, *(c.email for c in site.contacts), site.email, owner.email]
        return list(dict.fromkeys(email for email in known if email))

    @property
    def for_whom(self) -> str | None:
        """« Femmes et hommes, à partir de 18 ans »; None when nobody said."""
        return ", ".join(filter(None, (self.public, self.audience.ages))) or None

    @property
    def public(self) -> str | None:
        """« Femmes »: as it is said of the offer, else of its places."""
        lots = dict.fromkeys(lot.gender.label for lot in self.offer.lots)
        return self.audience.gender or ", ".join(lots) or None

    @property
    def hours_text(self) -> str | None:
        """The hours of the offer, else of its site, as they are written."""
        return self.offer.opening_hours or self.offer.site.opening_hours

    @property
    def has_hours_of_site(self) -> bool:
        """Whether the offer says none of its own."""
        return not self.offer.opening_hours and bool(self.offer.site.opening_hours)

    @cached_property
    def week(self) -> Week | None:
        """The same by the day; None when they cannot be read."""
        return read_week(self.hours_text, now(), self.offer.site.department_code)

    @property
    def points(self) -> list[dict[str, Any]]:
        """The one point of the map; of a confidential site, that of its commune."""
        shown = self.offer.site.public_point
        if shown is None:
            return []
        lon, lat = coordinates(shown)
        return [
            {
                "id": self.offer.id,
                "lon": lon,
                "lat": lat,
                "family": self.offer.family,
                "label": self.offer.title,
                "sign": self.places.sign if self.places else "unknown",
                "n": self.places.free if self.places else None,
            }
        ]

    @property
    def needs_accreditation(self) -> bool:
        """RULE-TIG-13: a public body needs none to list posts."""
        is_public = self.offer.organization.legal_form.is_public_body
        return isinstance(self.offer, TigPost) and not is_public

    @property
    def sections(self) -> list[sheet.Section]:
        """What the offer says, in parts one can jump to."""
        offer = self.offer
        parts = [
            (
                "accueil",
                "Qui est accueilli",
                sheet.audience_rows(offer, self.audience, self.public),
            ),
            ("conditions", offer.type_label, sheet.kind_rows(offer, with_notes=self.with_notes)),
            ("admission", "Être admis", sheet.admission_rows(offer, self.zones)),
            ("acces", "S'y rendre", sheet.reach_rows(offer.site)),
        ]
        return [sheet.Section(*part) for part in parts if part[2]]


def read(session: Session, offer: Offer, account: Account) -> OfferPage:
    """Count its places, read who is welcome, and ask whether its true place may be read."""
    counted = availability(session, [lot.id for lot in offer.lots]) if offer.lots else {}
    site = offer.site
    hidden = site.is_confidential and session.scalar(queries.secret_seen(site)) is not None
    sees = may(account, Act.SEE_SUM, offer)
    places = gather(offer.lots, counted, with_sum=sees)
    audience = Audience(session.scalars(queries.audience_rules(offer)))
    zones = served.names(session, offer.zone_eligibility)
    return OfferPage(offer, places, audience, hidden, with_notes=sees, zones=zones)
