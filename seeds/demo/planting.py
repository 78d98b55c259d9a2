"""Plants the demonstration stage by stage; what is already there stays as it is."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from seeds.demo.gaps import plant_gaps
from seeds.demo.kept import plant_kept
from seeds.demo.mistakes import plant_mistakes
from seeds.demo.network import plant_network
from seeds.demo.news import plant_news
from seeds.demo.people import plant_people
from seeds.demo.shelters import plant_shelters

STAGES = (
    *(plant_network, plant_shelters, plant_people, plant_news, plant_gaps),
    *(plant_kept, plant_mistakes),
)


def plant(session: Session) -> Iterator[str]:
    """Plant what is missing, and say so; a second run finds everything there."""
    said = []
    for stage in STAGES:
        if sentence := stage(session):
            session.commit()
            said.append(sentence)
            yield sentence
    if not said:
        yield "Le réseau de démonstration est déjà là : rien n'a changé."
