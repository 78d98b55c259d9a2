"""The tables an offer's search row is made of, joined once."""

import sqlalchemy as sa

from models.base import Base
from models.capacity import PlaceLot
from models.offer import AudienceRule, Offer
from models.offer_kinds import (
    CareOffer,
    CourseOffer,
    HousingOffer,
    JobOffer,
    SupportOffer,
    TigPost,
)
from models.organization import Organization, Site
from models.reference import Commune, Department


def table(model: type[Base]) -> sa.Table:
    """The model's own table, without those of its parents."""
    assert isinstance(model.__table__, sa.Table)
    return model.__table__


offer = table(Offer).alias("o")
site = table(Site).alias("s")
organization = table(Organization).alias("g")
commune = table(Commune).alias("c")
department = table(Department).alias("d")
lot = table(PlaceLot).alias("l")
tig = table(TigPost).alias("tig")
housing = table(HousingOffer).alias("housing")
job = table(JobOffer).alias("job")
care = table(CareOffer).alias("care")
course = table(CourseOffer).alias("course")
support = table(SupportOffer).alias("support")
of_offer = table(AudienceRule).alias("of_offer")
of_site = table(AudienceRule).alias("of_site")
of_organization = table(AudienceRule).alias("of_organization")

KINDS = (tig, housing, job, care, course, support)


def joined() -> sa.Join:
    """Every offer with its site, its organization, its kind and three levels of audience."""
    rows = sa.join(offer, site, offer.c.site_id == site.c.id)
    rows = rows.join(organization, site.c.organization_id == organization.c.id)
    rows = rows.join(commune, commune.c.insee_code == site.c.insee_code)
    rows = rows.outerjoin(department, department.c.code == site.c.department_code)
    for kind in KINDS:
        rows = rows.outerjoin(kind, kind.c.id == offer.c.id)
    rows = rows.outerjoin(of_offer, of_offer.c.offer_id == offer.c.id)
    rows = rows.outerjoin(of_site, of_site.c.site_id == site.c.id)
    return rows.outerjoin(of_organization, of_organization.c.organization_id == organization.c.id)


type_code = sa.func.coalesce(
    tig.c.activity,
    housing.c.housing_type,
    job.c.employer_type,
    care.c.care_type,
    course.c.course_type,
    support.c.support_type,
    type_=sa.Text,
)
