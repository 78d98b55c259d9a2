"""Requests sent to partners for the places that were claimed, with their timelines."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import Any

from bench.country import plans, stays
from bench.country.claims import DAY, Claimed
from bench.country.dice import Dice
from bench.country.gazetteer import Gazetteer
from bench.country.people import Person
from bench.country.sheaf import Sheaf
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus, RefusalReason
from models.codes.organization import Channel

S = OrientationStatus
WAITING = {S.DRAFT: 2.0, S.SENT: 5.0, S.ACCEPTED: 2.0, S.WAITLISTED: 1.0}
WAY = [S.DRAFT, S.SENT, S.ACCEPTED, S.CONFIRMED]
# The file of `page.person`: so many requests, and lines in all.
LONG_FILE_REQUESTS, LONG_FILE_LINES = 25, 200


class Requests:
    """Writes requests, each with its need, and one plan for each person."""

    def __init__(self, sheaf: Sheaf, gazetteer: Gazetteer, people: dict[int, list[Person]]) -> None:
        self.sheaf, self.gazetteer, self.people = sheaf, gazetteer, people
        self.dice = Dice("requests")
        self.turns: defaultdict[int, int] = defaultdict(int)
        self.plans: dict[uuid.UUID, uuid.UUID] = {}

    def ask(self, claim: Claimed) -> None:
        """Give the claim to somebody of its unit, everybody in turn."""
        if people := self.people.get(claim.unit.id):
            self.turns[claim.unit.id] += 1
            self.write(claim, people[self.turns[claim.unit.id] % len(people)])

    def lengthen(self, claims: Iterable[Claimed]) -> None:
        """Give some claims of one unit to the first of its people, and notes until it is long."""
        lines, event = 0, dict[str, Any]()
        for claim in islice(claims, LONG_FILE_REQUESTS):
            person = self.people[claim.unit.id][0]
            if not lines:
                plans.pillars(self.sheaf, self.dice, person, self.plan_of(person))
            written = self.write(claim, person)
            lines, event = lines + len(written), written[-1]
        for number in range(LONG_FILE_LINES - lines):
            note = {"id": self.dice.key(), "what": "Appel téléphonique", "note": f"{number + 1}"}
            table = "orientation_event" if "orientation_id" in event else "placement_event"
            self.sheaf.add(f"casework.{table}", **event | note)

    def write(self, claim: Claimed, person: Person) -> list[dict[str, Any]]:
        """The request behind a claim and the stay that followed; gives the lines of both."""
        status = _status(self.dice, claim)
        key = self._orientation(claim, person, status)
        lines = [self._line(claim, key, step) for step in _steps(status)]
        if claim.is_stay:
            lines += stays.stay(self.sheaf, self.dice, claim, key)
        return lines

    def plan_of(self, person: Person) -> uuid.UUID:
        """The plan of a person, made the first time."""
        if person.id not in self.plans:
            made = plans.plan(self.sheaf, self.dice, self.gazetteer, person)
            self.plans[person.id] = made
        return self.plans[person.id]

    def _orientation(self, claim: Claimed, person: Person, status: S) -> uuid.UUID:
        key, plan, is_met = self.dice.key(), self.plan_of(person), status is S.CONFIRMED
        family, host = claim.offer.host.family, claim.offer.host
        need = plans.need(self.sheaf, self.dice, person, plan, family, is_met=is_met)
        self.sheaf.add(
            "casework.orientation",
            id=key,
            unit_id=claim.unit.id,
            person_id=person.id,
            plan_id=plan,
            need_id=need,
            offer_id=claim.offer.id,
            lot_id=claim.lot,
            claim_id=claim.id,
            organization_id=host.organization,
            requested_by_id=person.officer,
            status=status,
            starts_on=claim.first,
            ends_on=claim.last,
            offer_title=claim.offer.title,
            organization_name=host.name,
            created_at=claim.held_at,
            **_answer(claim, status),
        )
        return key

    def _line(self, claim: Claimed, orientation: uuid.UUID, step: S) -> dict[str, Any]:
        line = {
            "id": self.dice.key(),
            "unit_id": claim.unit.id,
            "organization_id": claim.offer.host.organization,
            "orientation_id": orientation,
            "status": step,
            "what": step.label,
            "happened_at": claim.held_at + self.dice.random() * DAY,
            "who": "Mme Roux",
        }
        self.sheaf.add("casework.orientation_event", **line)
        return line


def _status(dice: Dice, claim: Claimed) -> S:
    if claim.is_stay:
        return S.CONFIRMED
    if claim.state is ClaimState.HELD:
        return dice.either(WAITING)
    return S.EXPIRED if claim.state is ClaimState.EXPIRED else dice.choice([S.REFUSED, S.CANCELLED])


def _steps(status: S) -> list[S]:
    return WAY[: WAY.index(status) + 1] if status in WAY else [*WAY[:2], status]


def _answer(claim: Claimed, status: S) -> dict[str, Any]:
    """When it was sent, answered and closed, and by whom."""
    said: dict[str, Any] = {}
    if status is not S.DRAFT:
        said["sent_at"] = claim.held_at
    if status in (S.ACCEPTED, S.CONFIRMED, S.REFUSED, S.WAITLISTED):
        said |= {"answered_at": claim.held_at + DAY, "answered_by": "M. Coste"}
        said["answer_channel"] = Channel.PHONE
    if status is S.REFUSED:
        said["refusal_reason"] = RefusalReason.COMPLET
    if status.is_final:
        said["closed_at"] = claim.ended_at
    return said
