"""One case with everything, ids for every address, and one account per role."""

from typing import Any

from sqlalchemy.orm import Session

from app.network.totals_keeping import keep_all
from models.account import Account, Membership
from models.codes.access import Role
from models.orientation import Orientation
from models.placement import Placement
from tests import factories as make
from tests.guards import sample_rows as rows
from tests.guards.casework_rows import one_row_each

Accounts = dict[str, Account | None]
# What a few addresses hold besides ids.
SPOKEN: dict[str, Any] = {
    "family_code": "TIG",
    "name": "debut",
    "filename": "absent.js",
    "which": "silencieux",
    "territory": "departement-69",
    **{"zoom": 6, "x": 32, "y": 22, "extension": "csv"},
}


def sample_case(session: Session) -> tuple[dict[str, Any], Accounts]:
    """The ids of the addresses, and the accounts by role."""
    placement = one_row_each(session)
    accounts = _accounts(placement)
    asked = placement.orientation
    # Without today's totals of the network there is nothing to export.
    keep_all(session, make.NetworkDayFactory().day)
    ids = SPOKEN | _of_the_case(placement) | _of_the_directory(asked)
    for planted in (rows.account, rows.zone, rows.contact, rows.mistake, rows.word, rows.double):
        ids |= planted(session, asked)
    return ids | rows.beside(asked) | rows.imported(session), accounts


def _of_the_case(placement: Placement) -> dict[str, Any]:
    asked = placement.orientation
    return {
        "unit_id": asked.unit_id,
        "person_id": asked.person_id,
        "plan_id": asked.plan_id,
        "need_id": asked.need_id,
        "orientation_id": asked.id,
        "placement_id": placement.id,
        "session_id": placement.sessions[0].id,
    }


def _of_the_directory(asked: Orientation) -> dict[str, Any]:
    return {
        "lot_id": asked.lot_id,
        "offer_id": asked.offer_id,
        "site_id": asked.offer.site_id,
        "organization_id": asked.organization_id,
        "accreditation_id": make.AccreditationFactory(organization=asked.organization).id,
        # The pages that serve offers, sites and organizations alike.
        **{"level": "sites", "record_id": asked.offer.site_id},
    }


def _accounts(placement: Placement) -> Accounts:
    unit, host = placement.orientation.unit, placement.organization
    elsewhere = make.UnitFactory(department_code="42")
    both = make.PartnerFactory()
    both.memberships.append(Membership(role=Role.PARTNER_TUTOR, organization=host))
    return {
        "nobody": None,
        "counsellor": placement.orientation.requested_by,
        "elsewhere": make.CounsellorFactory(unit=elsewhere),
        "manager": make.ManagerFactory(unit=unit),
        "lead": make.TigLeadFactory(unit=unit),
        "coordinator": make.CoordinatorFactory(unit=unit),
        "host": make.PartnerFactory(organization=host),
        "tutor": make.TutorFactory(organization=host),
        "partner": make.PartnerFactory(),
        "reader": make.NationalReaderFactory(),
        "administrator": make.AdministratorFactory(),
        "both": both,
        "manager elsewhere": make.ManagerFactory(unit=elsewhere),
        "lead elsewhere": make.TigLeadFactory(unit=elsewhere),
        "coordinator elsewhere": make.CoordinatorFactory(unit=elsewhere),
    }
