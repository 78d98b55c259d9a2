"""Plants the demonstration stage by stage; what is already there stays as it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session

from models.account import Account
from seeds.demo import accounts, network, shelters


@dataclass(frozen=True)
class Stage:
    """A part planted in one go, and the trace it leaves."""

    trace: Select[bool]
    plant: Callable[[Session], str]


STAGES = (
    Stage(
        select(exists().where(Account.email == f"cpip@{accounts.DOMAIN}")), network.plant_network
    ),
    Stage(shelters.ARE_PLANTED, shelters.plant_shelters),
)


def plant(session: Session) -> Iterator[str]:
    """Plant what is missing, and say so; a second run finds everything there."""
    missing = 0
    for stage in STAGES:
        if session.scalar(stage.trace):
            continue
        missing += 1
        planted = stage.plant(session)
        session.commit()
        yield planted
    if not missing:
        yield "Le réseau de démonstration est déjà là : rien n'a changé."
