"""An organization, a site or an offer, as the pages that serve all three see it."""

from dataclasses import dataclass
from typing import Any

from flask import url_for

from app.access import Act
from models.codes.history import About
from models.offer import Offer
from models.organization import Organization, Site

Row = Organization | Site | Offer
# The word of each in an address.
OFFERS, SITES, ORGANIZATIONS = "offres", "sites", "structures"
SHOWN_BY = {
    OFFERS: ("directory.show", "offer_id"),
    SITES: ("directory.site", "site_id"),
    ORGANIZATIONS: ("directory.organization", "organization_id"),
}
EDITED_BY = {
    OFFERS: "directory.edit_offer",
    SITES: "directory.edit_site",
    ORGANIZATIONS: "directory.edit_organization",
}
# Where the form of a record says what is wrong.
FIELDS = {About.PHONE: "#phone", About.ADMISSION: "#admission", About.CLOSED: "#status"}


@dataclass(frozen=True)
class Record:
    """One of the three, with what lies above it."""

    row: Row

    @property
    def level(self) -> str:
        """Which of the three, as addresses say it."""
        if isinstance(self.row, Offer):
            return OFFERS
        return SITES if isinstance(self.row, Site) else ORGANIZATIONS

    @property
    def offer(self) -> Offer | None:
        """The offer, if it is one."""
        return self.row if isinstance(self.row, Offer) else None

    @property
    def site(self) -> Site | None:
        """The site, or that of the offer."""
        if isinstance(self.row, Offer):
            return self.row.site
        return self.row if isinstance(self.row, Site) else None

    @property
    def owner(self) -> Organization:
        """Whose it is."""
        return self.row if isinstance(self.row, Organization) else self.row.organization

    @property
    def name(self) -> str:
        """What it is called."""
        if isinstance(self.row, Offer):
            return self.row.title
        return self.row.name if isinstance(self.row, Site) else self.row.legal_name

    @property
    def url(self) -> str:
        """Its page."""
        endpoint, name = SHOWN_BY[self.level]
        values: dict[str, Any] = {name: self.row.id}
        return url_for(endpoint, **values)

    @property
    def edit_url(self) -> str:
        """The form that corrects it."""
        values: dict[str, Any] = {SHOWN_BY[self.level][1]: self.row.id}
        return url_for(EDITED_BY[self.level], **values)

    def at(self, endpoint: str) -> str:
        """A page about it that serves all three."""
        return url_for(f"directory.{endpoint}", level=self.level, record_id=self.row.id)

    def fix_url(self, about: About) -> str:
        """The form, and the field, that corrects what is wrong of it."""
        if about is About.HOURS and self.level != ORGANIZATIONS:
            return self.at("edit_hours")
        if about is About.AUDIENCE and self.offer:
            return url_for("directory.edit_audience", offer_id=self.offer.id)
        if about is About.ADDRESS and self.site:
            return f"{Record(self.site).edit_url}#address"
        if about is About.CLOSED and self.offer:
            return url_for("directory.confirm_close", offer_id=self.offer.id)
        if about is About.PLACES and self.offer:
            return url_for("portal.report", offer_id=self.offer.id)
        return f"{self.edit_url}{FIELDS.get(about, '')}"

    @property
    def editing(self) -> tuple[Act, Offer | Organization]:
        """What one must be allowed to correct it."""
        if isinstance(self.row, Offer):
            return Act.EDIT_OFFER, self.row
        return Act.EDIT_ORGANIZATION, self.owner
