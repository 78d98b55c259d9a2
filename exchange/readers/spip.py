"""Probation services and their local branches, as the law lists them: a town, no address."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from exchange.line import Line
from exchange.rows import Organization, Partner, Site
from exchange.values import text
from models.codes.organization import LegalForm

COLUMNS = frozenset({"spip", "siege", "antenne", "ressort"})
NONE = "neant"
# « (Arr. 30 mars 2005, art. 2) | Bar-le-Duc », « Antenne de Laon », « Antenne d'Alès ».
SOURCE_OF_LAW = re.compile(r"\([^()]{0,80}\)\s*\|?")
BRANCH_OF = re.compile(r"^Antenne (?:de |d['’]|(?P<article>du |des ))?", re.IGNORECASE)
ARTICLES = {"du ": "Le ", "des ": "Les "}


def partner(line: Line) -> tuple[str, Partner] | None:
    """A branch of the service in its town, or the seat when the service has none."""
    name = line.need("spip", text.name)
    seat = line.need("siege", _bare)
    if not name or not seat:
        return None
    branch = _branch(line)
    town = BRANCH_OF.sub(_article, branch) if branch else seat
    organization = Organization(
        name=name,
        acronym="SPIP",
        legal_form=LegalForm.ETAT,
        networks=("spip",),
        description=line.take("ressort", text.prose),
    )
    site = Site(name=f"{name}, {branch[:1].lower()}{branch[1:]}" if branch else name, city=town)
    return _key(name, branch or "siege"), Partner(organization, site)


def joined(lines: Iterable[Line]) -> Iterator[Line]:
    """A branch told on several lines that follow each other is one, with all it serves."""
    for _, several in groupby(lines, lambda line: (line.text("spip"), _branch(line))):
        first, *others = several
        served = [line.text("ressort") for line in (first, *others)]
        cells = {**first.cells, "ressort": " | ".join(served)}
        yield Line(first.number, cells, part=first.part) if others else first


def _article(found: re.Match[str]) -> str:
    """« Antenne des Sables-d'Olonne » is in Les Sables-d'Olonne."""
    return ARTICLES.get(found["article"] or "", "")


def _branch(line: Line) -> str:
    """Its name, or nothing for the seat."""
    branch = _bare(line.text("antenne"))
    return "" if text.folded(branch) == NONE else branch


def _bare(told: str) -> str:
    return " ".join(SOURCE_OF_LAW.sub("", told).split()).strip(" |")


def _key(name: str, branch: str) -> str:
    return f"{text.folded(name)} {text.folded(branch)}".replace(" ", "-")[:200]
