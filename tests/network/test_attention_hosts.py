"""What needs attention once a host, not once an offer: its accreditation."""

import datetime as dt

from models.base import today
from tests.factories import OrganizationFactory, SiteFactory
from tests.network.attention import check, said, state


def test_an_accreditation_that_ends_is_one_line_for_its_host(listed):
    site = SiteFactory()
    soon = {"needs_accreditation": True, "accredited_until": today() + dt.timedelta(days=180)}
    later = soon | {"accredited_until": today() + dt.timedelta(days=190)}
    state(said(1, title="Parc Vert", site=site), **soon)
    state(said(1, title="Parc Vert bis", site=site), **soon)
    state(said(1, title="Parc Bleu"), **later)

    check(listed("habilitations"), holds=["Parc Vert"], without=["Parc Vert bis", "Parc Bleu"])


def test_where_one_looks_the_first_offer_of_the_host_there_stands_for_it(listed):
    host = OrganizationFactory()
    soon = {"needs_accreditation": True, "accredited_until": today() + dt.timedelta(days=180)}
    for title, insee_code in {"Parc Vert": "69266", "Parc Bleu": "69123"}.items():
        site = SiteFactory(organization=host, insee_code=insee_code)
        state(said(1, title=title, site=site), insee_code=insee_code, **soon)

    page = listed("habilitations", territoire="commune-69123")

    check(page, holds=["Parc Bleu"], without=["Parc Vert"])
