"""An offer's search row as one SELECT: what it is called, what it says, whom and when it takes."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from models.codes.offer import AdmissionChannel, Publication
from search.indexing import labels
from search.indexing.ageing import aged
from search.indexing.audiences import Clause, text, texts, tokens
from search.indexing.measures import measures
from search.indexing.tables import (
    commune,
    department,
    housing,
    job,
    joined,
    lot,
    offer,
    organization,
    site,
    tig,
    type_code,
)

LONGEST_TEXT = 1_500
SIAO_CHANNELS = (AdmissionChannel.SIAO.value, AdmissionChannel.EMERGENCY_115.value)


def published() -> sa.Select[Any]:
    """One row per published offer, before its words are cut."""
    return (
        sa.select(
            offer.c.id.label("offer_id"),
            text(offer.c.family).label("family"),
            type_code.label("type_code"),
            site.c.insee_code,
            site.c.department_code,
            sa.func.directory.folded(offer.c.title).label("title_key"),
            sa.func.directory.folded(_names()).label("names"),
            _said().label("said"),
            sa.case((~site.c.is_confidential, site.c.address), else_="").label("street"),
            # Without a point of its own, an offer is found around its commune and off the map.
            sa.func.coalesce(site.c.public_point, commune.c.point).label("point"),
            offer.c.is_remote,
            _is_siao_only().label("is_siao_only"),
            tokens().label("audiences"),
            days().label("days"),
            bands().label("bands"),
            text(offer.c.admission).label("admission"),
            text(offer.c.cost).label("cost"),
            measures().label("measures"),
            _folded(offer.c.languages).label("languages"),
            _folded(offer.c.zone_eligibility).label("zones"),
            sa.or_(offer.c.requires_driving, site.c.is_car_needed).label("needs_driving"),
            aged(0).label("fresh_until"),
            aged(1).label("stale_at"),
            offer.c.verified_at,
        )
        .select_from(joined())
        .where(text(offer.c.publication) == Publication.PUBLISHED.value)
    )


def _names() -> Clause:
    """What a user may call it by: its title and type, whose it is and where."""
    compact = sa.func.regexp_replace(organization.c.acronym, "[^[:alnum:]]+", "", "g")
    return sa.func.concat_ws(
        " ",
        offer.c.title,
        _type_words(),
        organization.c.legal_name,
        organization.c.acronym,
        compact,
        site.c.name,
        commune.c.name,
        site.c.postal_code,
    )


def _type_words() -> Clause:
    """The labels and other names of its type and family."""
    known = sa.cast(sa.bindparam("labels", labels.by_type(), type_=JSONB), JSONB)
    return sa.func.jsonb_extract_path_text(known, text(offer.c.family), type_code)


def _said() -> Clause:
    """What it says of itself, cut where nobody would read on."""
    said = sa.func.concat_ws(
        " ",
        offer.c.description,
        tig.c.nature_of_work,
        tig.c.execution_terms,
        job.c.eligibility,
        offer.c.admission_details,
        _list(organization.c.networks),
        _list(offer.c.languages),
        _list(housing.c.supports),
        department.c.name,
        sa.case((text(housing.c.tag_compatible).in_(["YES", "CASE_BY_CASE"]), labels.TAG)),
        sa.case((text(site.c.pmr_access).in_(["YES", "PARTIAL"]), labels.PMR)),
        sa.case((text(housing.c.has_domiciliation) == "YES", labels.DOMICILIATION)),
        organization.c.description,
    )
    return sa.func.left(said, LONGEST_TEXT)


def _is_siao_only() -> Clause:
    return sa.func.coalesce(housing.c.is_siao_only, False) | text(offer.c.admission).in_(
        SIAO_CHANNELS
    )


def days() -> Clause:
    """The days of the post and those of its lots, each once."""
    own = sa.func.coalesce(texts(tig.c.days), texts(job.c.days), _no_texts())
    of_lots = (
        sa.select(sa.func.unnest(texts(lot.c.days)))
        .where(lot.c.offer_id == offer.c.id)
        .scalar_subquery()
    )
    return own.op("||")(sa.func.array(of_lots))


def bands() -> Clause:
    """The parts of the day of the post."""
    return sa.func.coalesce(texts(tig.c.bands), texts(job.c.bands), _no_texts())


def _folded(names: Clause) -> Clause:
    """A list freely written, to be compared."""
    name = sa.func.unnest(names).column_valued("name")
    folded = sa.select(sa.func.directory.folded(name)).correlate(offer)
    return sa.func.array(folded.scalar_subquery())


def _list(column: Clause) -> Clause:
    return sa.func.array_to_string(column, " ")


def _no_texts() -> Clause:
    return sa.cast(sa.literal("{}"), ARRAY(sa.Text))
