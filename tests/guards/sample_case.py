"""One case with everything, ids for every address, and one account per role."""

import datetime as dt
from typing import Any

from geoalchemy2 import WKTElement
from sqlalchemy.orm import Session

from app.accounts.actions import Post, invite
from app.network.totals_keeping import keep_all
from app.saved.letter import token_for
from models.account import Account, Membership
from models.base import today
from models.codes.access import Role
from models.codes.duplicates import Level
from models.codes.history import About, MistakeState
from models.codes.imports import Outcome, RunState
from models.codes.journey import EndReason, OrientationStatus, PlacementStatus
from models.codes.people import ConstraintKind
from models.duplicates import DuplicatePair, Merge
from models.history import Mistake
from models.imports import ImportRow, ImportRun
from models.organization import Contact
from models.orientation import Orientation
from models.placement import Placement
from models.plan import Constraint
from models.vocabulary import Synonym
from tests import factories as make
from tests.guards.casework_rows import one_row_each

ZONE = "POLYGON((4.8 45.7, 4.9 45.7, 4.9 45.8, 4.8 45.8, 4.8 45.7))"
Accounts = dict[str, Account | None]


def sample_case(session: Session) -> tuple[dict[str, Any], Accounts]:
    """The ids of the addresses, and the accounts by role."""
    placement = one_row_each(session)
    accounts = _accounts(placement)
    # Without today's totals of the network there is nothing to export.
    keep_all(session, make.NetworkDayFactory().day)
    ids = _ids(session, placement) | _beside(placement.orientation)
    ids |= _double(session, placement) | _import(session) | _word(session, placement)
    return ids, accounts


def _ids(session: Session, placement: Placement) -> dict[str, Any]:
    asked = placement.orientation
    zone = Constraint(
        unit_id=asked.unit_id,
        plan_id=asked.plan_id,
        kind=ConstraintKind.EXCLUSION_ZONE,
        zone=WKTElement(ZONE, srid=4326),
    )
    target = make.CounsellorFactory(unit=asked.unit)
    post = Post(Role.CPIP, asked.unit)
    _, token = invite(session, email="invite@exemple.fr", name="Sacha", post=post, by=target)
    contact = Contact(site=asked.offer.site, name="Accueil", phone="+33472000000")
    wrong = Mistake(
        organization=asked.organization,
        site=asked.offer.site,
        about=About.PHONE,
        text="Le numéro ne répond plus.",
        account_id=asked.requested_by_id,
        told_by="Camille",
        state=MistakeState.OPEN,
    )
    session.add_all([zone, contact, wrong])
    session.flush()
    return {
        "account_id": target.id,
        "membership_id": target.memberships[0].id,
        "unit_id": asked.unit_id,
        "token": token,
        "signed": token_for(target.id),
        "person_id": asked.person_id,
        "plan_id": asked.plan_id,
        "need_id": asked.need_id,
        "zone_id": zone.id,
        "orientation_id": asked.id,
        "placement_id": placement.id,
        "session_id": placement.sessions[0].id,
        "lot_id": asked.lot_id,
        "offer_id": asked.offer_id,
        "site_id": asked.offer.site_id,
        "contact_id": contact.id,
        "mistake_id": wrong.id,
        # The pages that serve offers, sites and organizations alike.
        **{"level": "sites", "record_id": asked.offer.site_id},
        "accreditation_id": make.AccreditationFactory(organization=asked.organization).id,
        "organization_id": asked.organization_id,
        "family_code": "TIG",
        "name": "debut",
        "filename": "absent.js",
        "which": "silencieux",
        "territory": "departement-69",
        **{"zoom": 6, "x": 32, "y": 22, "extension": "csv"},
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


def _word(session: Session, placement: Placement) -> dict[str, Any]:
    """A word that somebody proposed."""
    word = Synonym(term="piaule", means="CHRS", proposed_by=placement.orientation.requested_by)
    session.add(word)
    session.flush()
    return {"synonym_id": word.id}


def _double(session: Session, placement: Placement) -> dict[str, Any]:
    """Another organization that may be the host, and one that was merged into it."""
    host, other = placement.organization_id, make.SiteFactory().organization_id
    first, second = sorted((host, other))
    shared: dict[str, Any] = {"level": Level.ORGANIZATION, "department_codes": ["69"]}
    pair = DuplicatePair(**shared, first_id=first, second_id=second, score=60, reasons={"name": 80})
    names = {"kept_name": "Mairie", "absorbed_name": "Ville", "merged_by": "Camille"}
    merge = Merge(**shared, **names, kept_id=host, absorbed_id=10**9)
    session.add_all([pair, merge])
    session.flush()
    return {"pair_id": pair.id, "merge_id": merge.id}


def _import(session: Session) -> dict[str, Any]:
    """A spreadsheet that was read, with a line to decide."""
    run = ImportRun(
        account_name="Camille",
        territory=["69"],
        origin="69",
        file_name="partenaires.csv",
        file_sha256="0" * 64,
        file_size=1,
        kind="SPREADSHEET",
        state=RunState.PREVIEWED,
        columns=[{"heading": "Nom", "field": "name", "reason": "", "samples": []}],
    )
    session.add(run)
    session.flush()
    line = {"line": 2, "part": "", "name": "Le Foyer", "place": "Lyon (69)"}
    session.add(ImportRow(run_id=run.id, n=1, outcome=Outcome.DOUBT, **line))
    return {"run_id": run.id, "n": 1}


def _beside(asked: Orientation) -> dict[str, Any]:
    """Beside the case: a bed at the same site, a request not sent, a stay that ended long ago."""
    bed = make.LotFactory(offer=make.HousingOfferFactory(site=asked.offer.site))
    free = make.LotFactory(offer=asked.offer, places=3)
    shared = {"need": asked.need, "lot": free}
    draft = make.OrientationFactory(**shared, status=OrientationStatus.DRAFT, sent_at=None)
    sent = make.OrientationFactory(**shared)
    long_ago = today() - dt.timedelta(days=31)
    old = make.PlacementFactory(
        orientation=make.OrientationFactory(**shared, status=OrientationStatus.CONFIRMED),
        status=PlacementStatus.ENDED,
        ended_on=long_ago,
        end_reason=EndReason.INTERRUPTED,
    )
    return {
        "housing_id": bed.offer_id,
        "bed_id": bed.id,
        "search_id": make.SavedSearchFactory(account=asked.requested_by).id,
        "note_id": make.UnitNoteFactory(unit=asked.unit, offer=asked.offer).id,
        "draft_id": draft.id,
        "sent_id": sent.id,
        "old_id": old.id,
    }
