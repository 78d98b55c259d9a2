"""Rows beside the sample case, one for each address that needs an id of its own."""

import datetime as dt
from typing import Any

from geoalchemy2 import WKTElement
from sqlalchemy.orm import Session

from app.accounts.actions import Post, invite
from app.saved.letter import token_for
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
from models.plan import Constraint
from models.vocabulary import Synonym
from tests import factories as make

ZONE = "POLYGON((4.8 45.7, 4.9 45.7, 4.9 45.8, 4.8 45.8, 4.8 45.7))"
Ids = dict[str, Any]


def account(session: Session, asked: Orientation) -> Ids:
    """A colleague, an invitation, and the letter that lets one stop a search."""
    target = make.CounsellorFactory(unit=asked.unit)
    post = Post(Role.CPIP, asked.unit)
    _, token = invite(session, email="invite@exemple.fr", name="Sacha", post=post, by=target)
    session.flush()
    of_target = {"account_id": target.id, "membership_id": target.memberships[0].id}
    return of_target | {"token": token, "signed": token_for(target.id)}


def zone(session: Session, asked: Orientation) -> Ids:
    """A place that the person must keep away from."""
    drawn = Constraint(
        unit_id=asked.unit_id,
        plan_id=asked.plan_id,
        kind=ConstraintKind.EXCLUSION_ZONE,
        zone=WKTElement(ZONE, srid=4326),
    )
    session.add(drawn)
    session.flush()
    return {"zone_id": drawn.id}


def contact(session: Session, asked: Orientation) -> Ids:
    """Somebody to call at the site."""
    there = Contact(site=asked.offer.site, name="Accueil", phone="+33472000000")
    session.add(there)
    session.flush()
    return {"contact_id": there.id}


def mistake(session: Session, asked: Orientation) -> Ids:
    """A telephone that the counsellor says is wrong."""
    told = Mistake(
        organization=asked.organization,
        site=asked.offer.site,
        about=About.PHONE,
        text="Le numéro ne répond plus.",
        account_id=asked.requested_by_id,
        told_by="Camille",
        state=MistakeState.OPEN,
    )
    session.add(told)
    session.flush()
    return {"mistake_id": told.id}


def word(session: Session, asked: Orientation) -> Ids:
    """A word that somebody proposed."""
    proposed = Synonym(term="piaule", means="CHRS", proposed_by=asked.requested_by)
    session.add(proposed)
    session.flush()
    return {"synonym_id": proposed.id}


def double(session: Session, asked: Orientation) -> Ids:
    """Another organization that may be the host, and one that was merged into it."""
    host, other = asked.organization_id, make.SiteFactory().organization_id
    first, second = sorted((host, other))
    shared: dict[str, Any] = {"level": Level.ORGANIZATION, "department_codes": ["69"]}
    pair = DuplicatePair(**shared, first_id=first, second_id=second, score=60, reasons={"name": 80})
    names = {"kept_name": "Mairie", "absorbed_name": "Ville", "merged_by": "Camille"}
    merge = Merge(**shared, **names, kept_id=host, absorbed_id=10**9)
    session.add_all([pair, merge])
    session.flush()
    return {"pair_id": pair.id, "merge_id": merge.id}


def imported(session: Session) -> Ids:
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


def beside(asked: Orientation) -> Ids:
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
