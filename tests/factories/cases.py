"""People, plans, orientations and placements; every name is fictional."""

import datetime as dt

import factory

from models.base import now, today
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus, PlacementStatus
from models.codes.offer import Family
from models.codes.people import EmploymentStatus, MeasureType, Mobility, OffenceClass, Sex
from models.follow import WorkSession
from models.orientation import Orientation
from models.person import Measure, SupervisedPerson
from models.placement import Placement
from models.plan import Need, ReleasePlan
from models.secret import keyring
from tests.factories.accounts import CounsellorFactory
from tests.factories.base import Factory
from tests.factories.offers import ClaimFactory, LotFactory


class PersonFactory(Factory):
    """Somebody followed by a CPIP."""

    class Meta:
        model = SupervisedPerson

    officer = factory.SubFactory(CounsellorFactory)
    unit_id = factory.LazyAttribute(lambda person: person.officer.memberships[0].unit_id)
    last_name = factory.Sequence(lambda n: f"Durand{n}")
    first_name = "Alex"
    birth_date = "1990-05-17"
    name_digest = factory.LazyAttribute(
        lambda person: keyring.digest(person.last_name, person.first_name, person.birth_date)
    )
    sex = Sex.M


class MeasureFactory(Factory):
    """A TIG of 105 hours, enforceable two months ago."""

    class Meta:
        model = Measure

    person = factory.SubFactory(PersonFactory)
    unit_id = factory.SelfAttribute("person.unit_id")
    type = MeasureType.TIG
    offence_class = OffenceClass.DELIT
    enforceable_on = factory.LazyFunction(lambda: today() - dt.timedelta(days=60))
    hours_ordered = 105


class PlanFactory(Factory):
    """A plan for the coming month, at home in Villeurbanne."""

    class Meta:
        model = ReleasePlan

    person = factory.SubFactory(PersonFactory)
    unit_id = factory.SelfAttribute("person.unit_id")
    earliest_on = factory.LazyFunction(lambda: today() + dt.timedelta(days=7))
    latest_on = factory.LazyFunction(lambda: today() + dt.timedelta(days=37))
    home_insee = "69266"
    mobility = Mobility.PUBLIC_TRANSPORT
    employment = EmploymentStatus.UNEMPLOYED


class NeedFactory(Factory):
    """The need of a TIG post."""

    class Meta:
        model = Need

    plan = factory.SubFactory(PlanFactory)
    measure = factory.LazyAttribute(lambda need: MeasureFactory(person=need.plan.person))
    unit_id = factory.SelfAttribute("plan.unit_id")
    family = Family.TIG


class OrientationFactory(Factory):
    """A request sent to a partner, its place held."""

    class Meta:
        model = Orientation
        exclude = ("claim_state",)

    claim_state = ClaimState.HELD
    need = factory.SubFactory(NeedFactory)
    plan = factory.SelfAttribute("need.plan")
    person = factory.SelfAttribute("plan.person")
    unit_id = factory.SelfAttribute("person.unit_id")
    lot = factory.SubFactory(LotFactory)
    offer = factory.SelfAttribute("lot.offer")
    organization = factory.SelfAttribute("offer.site.organization")
    requested_by = factory.SelfAttribute("person.officer")
    starts_on = factory.SelfAttribute("plan.earliest_on")
    ends_on = factory.LazyAttribute(lambda o: o.starts_on + dt.timedelta(days=60))
    claim = factory.LazyAttribute(
        lambda o: ClaimFactory(
            lot=o.lot,
            unit_id=o.unit_id,
            unit=None,
            starts_on=o.starts_on,
            ends_on=o.ends_on,
            state=o.claim_state,
        )
    )
    status = OrientationStatus.SENT
    offer_title = factory.SelfAttribute("offer.title")
    organization_name = factory.SelfAttribute("organization.legal_name")
    sheet = factory.LazyFunction(lambda: {"rows": [["Tranche d'âge", "26 à 35 ans"]], "hours": 105})
    sent_at = factory.LazyFunction(now)


class PlacementFactory(Factory):
    """A confirmed placement that has not started."""

    class Meta:
        model = Placement

    orientation = factory.SubFactory(
        OrientationFactory, status=OrientationStatus.CONFIRMED, claim_state=ClaimState.TAKEN
    )
    unit_id = factory.SelfAttribute("orientation.unit_id")
    organization = factory.SelfAttribute("orientation.organization")
    status = PlacementStatus.PLANNED
    starts_on = factory.SelfAttribute("orientation.starts_on")
    ends_on = factory.SelfAttribute("orientation.ends_on")
    hours_ordered = 105
    supervisor_name = "Dominique Roux"


class WorkSessionFactory(Factory):
    """Seven hours worked yesterday, not yet validated."""

    class Meta:
        model = WorkSession

    placement = factory.SubFactory(PlacementFactory)
    unit_id = factory.SelfAttribute("placement.unit_id")
    organization_id = factory.SelfAttribute("placement.organization.id")
    worked_on = factory.LazyFunction(lambda: today() - dt.timedelta(days=1))
    minutes = 420
    entered_by = "Dominique Roux"
