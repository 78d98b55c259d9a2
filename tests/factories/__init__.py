"""Rows for tests: a call names only what matters, the rest is plausible."""

from sqlalchemy.orm import Session

from tests.factories.accounts import (
    AccountFactory,
    AdministratorFactory,
    CoordinatorFactory,
    CounsellorFactory,
    ManagerFactory,
    NationalReaderFactory,
    PartnerFactory,
    TigLeadFactory,
    TutorFactory,
    UnitFactory,
)
from tests.factories.base import Factory
from tests.factories.cases import (
    MeasureFactory,
    NeedFactory,
    OrientationFactory,
    PersonFactory,
    PlacementFactory,
    PlanFactory,
    WorkSessionFactory,
)
from tests.factories.directory import (
    AccreditationFactory,
    OrganizationFactory,
    SiteFactory,
    point,
)
from tests.factories.network import NetworkDayFactory, OfferStateFactory
from tests.factories.offers import (
    CareOfferFactory,
    ClaimFactory,
    HousingOfferFactory,
    JobOfferFactory,
    LotFactory,
    SupportOfferFactory,
    TigPostFactory,
)
from tests.factories.saved import (
    FavouriteFactory,
    SavedSearchFactory,
    SearchNewsFactory,
    UnitNoteFactory,
)


def use(session: Session) -> None:
    """Make every factory write in this session."""
    for factory in _below(Factory):
        factory._meta.sqlalchemy_session = session  # type: ignore[attr-defined]


def _below(parent: type) -> list[type]:
    children: list[type] = parent.__subclasses__()
    return children + [below for child in children for below in _below(child)]


__all__ = [
    "AccountFactory",
    "AccreditationFactory",
    "AdministratorFactory",
    "CareOfferFactory",
    "ClaimFactory",
    "CoordinatorFactory",
    "CounsellorFactory",
    "FavouriteFactory",
    "HousingOfferFactory",
    "JobOfferFactory",
    "LotFactory",
    "ManagerFactory",
    "MeasureFactory",
    "NationalReaderFactory",
    "NeedFactory",
    "NetworkDayFactory",
    "OfferStateFactory",
    "OrganizationFactory",
    "OrientationFactory",
    "PartnerFactory",
    "PersonFactory",
    "PlacementFactory",
    "PlanFactory",
    "SavedSearchFactory",
    "SearchNewsFactory",
    "SiteFactory",
    "SupportOfferFactory",
    "TigLeadFactory",
    "TigPostFactory",
    "TutorFactory",
    "UnitFactory",
    "UnitNoteFactory",
    "WorkSessionFactory",
    "point",
    "use",
]
