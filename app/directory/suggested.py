"""Suggestions under the words of the search, each with the address it leads to."""

from typing import NamedTuple

from flask import url_for

from app.directory import links
from search.suggesting import Suggested


class Option(NamedTuple):
    """One line: what it is, what tells it from another, where choosing it leads."""

    label: str
    detail: str
    url: str


class Group(NamedTuple):
    """The options of one sort."""

    title: str
    options: list[Option]


def groups(found: Suggested, link: links.Link) -> list[Group]:
    """Those that hold something; the commune and filters of the form are kept."""
    around = links.without(link, ("mots", "tel_quel", "mot_a_mot", "apres"))
    offered = [
        Group("Sortes d'offres", _kinds(found, around)),
        Group("Mots du métier", _terms(found, around)),
        Group("Partenaires (ouvre leur page)", _partners(found)),
        Group("Communes", _towns(found, around)),
    ]
    return [group for group in offered if group.options]


def _kinds(found: Suggested, around: links.Link) -> list[Option]:
    return [
        Option(
            kind.label,
            kind.family.label,
            _search(around, famille=kind.family.value, type=kind.code),
        )
        for kind in found.kinds
    ]


def _terms(found: Suggested, around: links.Link) -> list[Option]:
    anywhere = links.without(around, ("famille", "type"))
    return [Option(term, "", _search(anywhere, mots=term)) for term in found.terms]


def _partners(found: Suggested) -> list[Option]:
    return [
        Option(
            partner.name,
            partner.commune,
            url_for("directory.organization", organization_id=partner.id),
        )
        for partner in found.partners
    ]


def _towns(found: Suggested, around: links.Link) -> list[Option]:
    return [
        Option(
            town.place.label,
            f"avec « {town.rest} »" if town.rest else "",
            _search(around, mots=town.rest or None, commune=town.place.label),
        )
        for town in found.towns
    ]


def _search(around: links.Link, **changes: str | None) -> str:
    return url_for("directory.index", **links.with_(around, **changes))
