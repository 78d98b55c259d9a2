"""A file sent by a coordinator, and the run it makes."""

import io

import sqlalchemy as sa

from models.imports import ImportRun
from models.organization import Organization
from tests.imports.conftest import HEADINGS


def send(browser, *lines, content=None, name="partenaires.csv"):
    data = "\n".join([HEADINGS, *lines]).encode() if content is None else content
    return browser.post("imports.create", {"file": (io.BytesIO(data), name)})


def last_run(session):
    session.expire_all()
    return session.scalars(sa.select(ImportRun).order_by(ImportRun.id.desc())).first()


def partners(session):
    return session.scalar(sa.select(sa.func.count()).select_from(Organization))
