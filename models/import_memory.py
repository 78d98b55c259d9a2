"""What imports remember: where a source's records are, and what its columns mean."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, code_column, now
from models.codes.organization import Source
from models.import_life import Facts, facts
from models.organization import Organization, Site


class ImportLink(Base):
    """Where a source's record is in the directory, and what the source last said of it."""

    __tablename__ = "import_link"
    __table_args__ = (sa.Index(None, "site_id"), {"schema": "directory"})

    source: Mapped[Source] = code_column(Source, primary_key=True)
    origin: Mapped[str] = mapped_column(primary_key=True)
    external_id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Organization.id, ondelete="CASCADE"), index=True
    )
    site_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Site.id, ondelete="CASCADE"))
    said: Mapped[Facts] = facts()
    # The source's name of each offer, and ours.
    offers: Mapped[Facts] = facts()


class ImportMapping(Base):
    """Which column means what in a free spreadsheet, as somebody corrected it last."""

    __tablename__ = "import_mapping"
    __table_args__ = {"schema": "directory"}

    origin: Mapped[str] = mapped_column(primary_key=True)
    headings_key: Mapped[str] = mapped_column(primary_key=True)
    mapping: Mapped[Facts] = facts()
    modified_at: Mapped[dt.datetime] = mapped_column(default=now, onupdate=now)
