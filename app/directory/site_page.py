"""All that the page of one site shows, read in a fixed number of queries."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.confidential import may_open
from app.directory import queries, sheet
from app.directory.audience import Audience
from app.directory.offered import Offered, offered
from app.directory.point import coordinates
from app.directory.week import Week, read_week
from models.account import Account
from models.base import now
from models.offer import AudienceRule
from models.organization import Site


@dataclass(frozen=True)
class SitePage:
    """One site with its offers and what is said of everybody it receives."""

    site: Site
    offered: Offered
    audience: Audience
    has_secret: bool

    @property
    def hours_text(self) -> str | None:
        """The hours as they are written."""
        return self.site.opening_hours

    @cached_property
    def week(self) -> Week | None:
        """The same by the day; None when they cannot be read."""
        return read_week(self.hours_text, now(), self.site.department_code)

    @property
    def sections(self) -> list[sheet.Section]:
        """How to get there; who is welcome, when it is said for the whole site."""
        parts = [sheet.Section("acces", "S'y rendre", sheet.reach_rows(self.site))]
        if self.audience.rules:
            welcome = sheet.welcome_rows(self.audience)
            parts.append(sheet.Section("accueil", "Qui est accueilli", welcome))
        return parts

    @property
    def points(self) -> list[dict[str, Any]]:
        """The one point of the map; of a confidential site, that of its commune."""
        shown = self.site.public_point
        if shown is None:
            return []
        lon, lat = coordinates(shown)
        families = [offer.family for offer in self.offered[0]]
        return [
            {
                "id": self.site.id,
                "lon": lon,
                "lat": lat,
                "family": families[0] if families else "",
                "label": self.site.name,
                "sign": "unknown",
                "n": None,
            }
        ]


def read(session: Session, site: Site, account: Account) -> SitePage:
    """Its offers with what is free, and who is welcome."""
    owner = AudienceRule.organization_id == site.organization_id
    rules = select(AudienceRule).where((AudienceRule.site_id == site.id) | owner)
    return SitePage(
        site,
        offered(session, queries.of_site(site), account),
        Audience(session.scalars(rules)),
        may_open(site),
    )
