"""The menu: what this account may open, and where it is now."""

from typing import NamedTuple

from flask import Flask, current_app, request, url_for
from flask_security import current_user

from app.access import Act, may

ITEMS = (
    (Act.WORK_ON_CASES, "casework.index", "Ma journée"),
    (Act.WORK_ON_CASES, "casework.people", "Mes suivis"),
    (Act.OPEN_PORTAL, "portal.index", "Mes places"),
    (Act.OPEN_PORTAL, "portal.inbox", "Demandes"),
    (Act.OPEN_PORTAL, "portal.hours", "Heures"),
    (Act.SEARCH_DIRECTORY, "directory.index", "Annuaire"),
    (Act.KEEP_FAVOURITES, "saved.index", "Recherches et favoris"),
    (Act.SEE_NETWORK, "network.index", "Réseau"),
    (Act.IMPORT_PARTNERS, "imports.index", "Imports"),
    (Act.MANAGE_ACCOUNTS, "accounts.overview", "Administration"),
    (Act.MANAGE_ACCOUNTS, "accounts.index", "Comptes"),
    (Act.READ_MAILBOX, "mail.index", "Courriels"),
)


# Pages reached by tabs: the entry of the menu stands for them all.
WITH_TABS = {"network": {"network"}, "saved": {"saved", "favourites"}}


class Item(NamedTuple):
    """One entry of the menu; `current` as aria-current says it, "" elsewhere."""

    label: str
    url: str
    current: str


def nav_items() -> list[Item]:
    """The entries this account may open; those of a module switched off are left out."""
    if not current_user.is_authenticated:
        return []
    return [
        Item(label, url_for(endpoint), _current(endpoint))
        for act, endpoint, label in ITEMS
        if is_served(endpoint) and may(current_user, act)
    ]


def _current(endpoint: str) -> str:
    """« page » on the page itself, « true » on those under it."""
    if request.endpoint == endpoint:
        return "page"
    section = endpoint.partition(".")[0]
    return "true" if request.blueprint in WITH_TABS.get(section, ()) else ""


def is_served(endpoint: str) -> bool:
    """Whether this process serves a page; without Casework, fewer are."""
    return endpoint in current_app.view_functions


def init_app(app: Flask) -> None:
    """Give templates nav_items() and is_served()."""
    app.jinja_env.globals["is_served"] = is_served
    app.jinja_env.globals["nav_items"] = nav_items
