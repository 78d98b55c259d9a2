"""Nobody without the right reads anything of a confidential site, whatever endpoint is asked."""

import re
from difflib import unified_diff

import pytest
import sqlalchemy as sa

from models.organization import SiteSecret
from tests.confidential.conftest import MOVED, POINT, TITLE
from tests.confidential.leaks import readable, secrets_in, text
from tests.confidential.walking import answers
from tests.factories import point

STRANGERS = ("counsellor", "partner", "lead")
ENTITLED = ("coordinator", "claimant", "own manager")
# Whoever has the right is told after a press that the log remembers; these are the presses.
CLICKS = {"POST directory.address", "POST directory.site_address", "POST handout.offer_open"}
# Keys drawn anew for each form.
TOKENS = re.compile(r'csrf[-_]token"[^>]*"|<input[^>]* type="hidden"[^>]*value="[^"]{30,}"[^>]*>')


@pytest.mark.parametrize("who", STRANGERS)
def test_a_stranger_reads_no_secret_anywhere(shelter, who):
    leaks = {
        asked: found
        for asked, answer in answers(shelter, who, ("GET", "POST"))
        if (found := secrets_in(readable(answer)))
    }

    assert leaks == {}


@pytest.mark.parametrize("who", ENTITLED)
def test_whoever_has_the_right_reads_the_address_behind_the_click_alone(shelter, who):
    told = {
        asked
        for asked, answer in answers(shelter, who, ("GET", "POST"), is_full=False)
        if secrets_in(readable(answer), with_contacts=False)
    }

    assert told == CLICKS


@pytest.mark.parametrize("who", ["claimed before", "coordinator elsewhere", "manager", "reader"])
def test_the_click_is_refused_to_anybody_else(shelter, who):
    pressed = dict(answers(shelter, who, ("POST",), is_full=False, only=CLICKS))

    assert pressed.keys() == CLICKS
    for asked, answer in pressed.items():
        assert answer.status_code in (403, 404), asked
        assert not secrets_in(readable(answer))


def test_nothing_moves_when_the_true_point_moves(shelter):
    before = pages(shelter)
    move(shelter, MOVED)
    after = pages(shelter, only=before)
    move(shelter, POINT)

    moved = [asked for asked in before if before[asked] != after.get(asked)]
    assert moved == [], [
        line
        for line in unified_diff(before[moved[0]].split(), after[moved[0]].split())
        if line.startswith(("+", "-"))
    ]


def move(shelter, where):
    """Put the shelter elsewhere, and nothing else."""
    moved = sa.update(SiteSecret).values(point=point(*where))
    assert shelter.connection.execute(moved).rowcount == 1


def pages(shelter, only=None):
    """Every answer to a counsellor that names the shelter or is no page, keys of forms aside."""
    seen = answers(shelter, "counsellor", ("GET",), is_bare=False, only=only)
    said = {asked: (one, text(one.data, one.mimetype)) for asked, one in seen}
    return {
        asked: TOKENS.sub("", words)
        for asked, (one, words) in said.items()
        if TITLE in words or one.mimetype != "text/html"
    }
