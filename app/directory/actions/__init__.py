"""Verbs of the directory; none authorises nor commits, so pages and seeds call the same ones."""

from app.directory.actions.accreditations import (
    decide_accreditation,
    expire_accreditation,
    grant_accreditation,
    hear_accreditation,
    request_accreditation,
    withdraw_accreditation,
)
from app.directory.actions.audiences import set_audience
from app.directory.actions.confirming import confirm
from app.directory.actions.hours import set_hours
from app.directory.actions.listing import delist, list_post, request_listing
from app.directory.actions.lots import LotInUse, add_lot, correct_lot, remove_lot, share
from app.directory.actions.offers import create_offer, revise_offer
from app.directory.actions.organizations import (
    add_contact,
    correct_contact,
    correct_organization,
    create_organization,
    remove_contact,
)
from app.directory.actions.publication import (
    close,
    publish,
    reopen,
    resume,
    suspend,
    suspend_all,
)
from app.directory.actions.sites import NotInFrance, add_site, correct_site

__all__ = [
    "LotInUse",
    "NotInFrance",
    "add_contact",
    "add_lot",
    "add_site",
    "close",
    "confirm",
    "correct_contact",
    "correct_lot",
    "correct_organization",
    "correct_site",
    "create_offer",
    "create_organization",
    "decide_accreditation",
    "delist",
    "expire_accreditation",
    "grant_accreditation",
    "hear_accreditation",
    "list_post",
    "publish",
    "remove_contact",
    "remove_lot",
    "reopen",
    "request_accreditation",
    "request_listing",
    "resume",
    "revise_offer",
    "set_audience",
    "set_hours",
    "share",
    "suspend",
    "suspend_all",
    "withdraw_accreditation",
]
