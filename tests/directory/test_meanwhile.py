"""A record corrected in two windows: the second is told, keeps what it typed, and may go on."""

import re

import html5lib
import pytest

from tests.factories import (
    CareOfferFactory,
    CoordinatorFactory,
    HousingOfferFactory,
    JobOfferFactory,
    SupportOfferFactory,
    TigLeadFactory,
    TigPostFactory,
)

SEEN = re.compile(r'name="vu" value="(\w+)"')


@pytest.fixture
def coordinator(browse_as):
    return browse_as(CoordinatorFactory())


def opened(browser, endpoint, **ids):
    return SEEN.findall(browser.open("GET", endpoint, **ids).text)[0]


def filled(page):
    """What a browser would send of the form as it stands."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    form = next(one for one in tree.iter("form") if one.find(".//*[@name='vu']") is not None)
    typed = {}
    for field in (one for one in form.iter() if one.tag in ("input", "textarea", "select")):
        chosen = [one.get("value") for one in field.iter("option") if "selected" in one.attrib]
        is_off = field.get("type") in ("checkbox", "radio") and "checked" not in field.attrib
        if not is_off and field.get("name"):
            said = field.get("value") or field.text or ""
            typed[field.get("name")] = chosen[0] if chosen else said
    return typed


def test_the_second_of_two_who_correct_an_organization_is_told_and_loses_nothing(
    session, coordinator
):
    owner = CareOfferFactory().site.organization
    ids = {"organization_id": owner.id}
    typed = {"legal_name": owner.legal_name, "legal_form": "ASSOCIATION", "status": "ACTIVE"}
    seen = opened(coordinator, "directory.edit_organization", **ids)
    first = typed | {"phone": "04 72 00 00 00", "vu": seen}
    coordinator.post("directory.update_organization", first, **ids)

    second = typed | {"description": "Une consultation ouverte à tous.", "vu": seen}
    answer = coordinator.post("directory.update_organization", second, **ids)

    assert answer.status_code == 409
    assert "a corrigé cette fiche entre-temps" in answer.text
    assert "Une consultation ouverte à tous." in answer.text
    assert (owner.phone, owner.description) == ("+33472000000", None)
    again = second | {"vu": SEEN.findall(answer.text)[0]}
    assert coordinator.post("directory.update_organization", again, **ids).status_code == 303


@pytest.mark.parametrize(
    ("edit", "update", "key"),
    [
        ("directory.edit_offer", "directory.update_offer", "offer_id"),
        ("directory.edit_site", "directory.update_site", "site_id"),
    ],
)
def test_an_offer_or_a_site_changed_meanwhile_is_not_written_over(
    session, coordinator, edit, update, key
):
    offer = CareOfferFactory(title="Consultation")
    ids = {key: offer.id if key == "offer_id" else offer.site.id}
    typed = filled(coordinator.open("GET", edit, **ids).text)
    twice = typed | {"description": "Une consultation ouverte à tous.", "nearest_stop": "Gare"}
    assert [coordinator.post(update, twice, **ids).status_code for _ in (1, 2)] == [303, 303]
    offer.appointment_delay_days, offer.site.name = 12, "Autre nom"

    answer = coordinator.post(update, typed, **ids)

    assert answer.status_code == 409
    assert offer.site.name == "Autre nom"
    assert offer.appointment_delay_days == 12


@pytest.mark.parametrize(
    "factory",
    [TigPostFactory, HousingOfferFactory, JobOfferFactory, CareOfferFactory, SupportOfferFactory],
)
def test_a_record_that_nobody_touched_is_no_change(browse_as, factory):
    offer = factory()
    ids = {"offer_id": offer.id}
    writer = browse_as((TigLeadFactory if factory is TigPostFactory else CoordinatorFactory)())
    typed = filled(writer.open("GET", "directory.edit_offer", **ids).text)

    assert writer.post("directory.update_offer", typed, **ids).status_code == 303
