"""A TIG from the held place to the certificate, by its pages, counsellor and host in turn."""

from sqlalchemy import select

from models.base import today
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus, Outcome, PlacementStatus
from models.placement import Placement
from tests.factories import OrientationFactory, PartnerFactory

TODAY = today().isoformat()
DECISION = {
    "consent_on": TODAY,
    "signatory": "DSPIP",
    "signed_by": "Claude Petit",
    "decided_on": TODAY,
    "supervisor_name": "Dominique Roux",
}


def test_a_tig_runs_from_the_request_to_the_certificate(session, browse_as):
    orientation = OrientationFactory(status=OrientationStatus.DRAFT, sent_at=None)
    counsellor = browse_as(orientation.requested_by)
    host = browse_as(PartnerFactory(organization=orientation.organization))

    counsellor.post("placements.send", orientation_id=orientation.id)
    host.post("portal.accept", orientation_id=orientation.id)
    counsellor.post("placements.create_confirmation", DECISION, orientation_id=orientation.id)

    placement = session.scalars(select(Placement)).one()
    assert orientation.status is OrientationStatus.CONFIRMED
    assert orientation.claim.state is ClaimState.TAKEN
    assert orientation.disclosures[0].content["Nom"] == orientation.person.last_name.upper()

    counsellor.post("placements.update", {"on": TODAY}, placement_id=placement.id, name="debut")
    session.refresh(placement)
    placement.hours_ordered = 7
    host.post(
        "portal.enter_hours",
        {"hours-worked_on": TODAY, "hours-hours": "7", "hours-minutes": "0"},
        placement_id=placement.id,
    )
    counsellor.post("placements.validate", placement_id=placement.id)
    host.post("portal.certify", {"certificate-on": TODAY}, placement_id=placement.id)
    counsellor.post(
        "placements.update",
        {"reason": "COMPLETED", "outcome": "EXECUTE", "on": TODAY},
        placement_id=placement.id,
        name="fin",
    )

    session.refresh(placement)
    ended = (placement.status, placement.outcome, orientation.claim.state)
    assert ended == (PlacementStatus.ENDED, Outcome.EXECUTE, ClaimState.RELEASED)
    page = counsellor.get("placements.show", placement_id=placement.id)
    for word in ("Heures validées", "Attestation de fin délivrée", "Placement confirmé"):
        assert word in page
