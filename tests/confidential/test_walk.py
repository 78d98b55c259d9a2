"""Nobody without the right reads anything of a confidential site, whatever endpoint is asked."""

import re

import pytest
import sqlalchemy as sa

from models.organization import SiteSecret
from tests.confidential.conftest import MOVED, POINT
from tests.confidential.leaks import readable, secrets_in
from tests.confidential.walking import answers
from tests.factories import point

STRANGERS = ("counsellor", "partner", "lead", "coordinator elsewhere", "claimed before")
ENTITLED = ("coordinator", "claimant", "own manager")
# Whoever has the right is told after a press that the log remembers; these are the presses.
CLICKS = {"POST directory.address", "POST handout.offer_open"}
TOKENS = re.compile(r'(?:csrf[-_]token"?[^>]*?(?:content|value)=")[^"]+"')


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


def test_nothing_moves_when_the_true_point_moves(shelter):
    before = pages(shelter)
    move(shelter, MOVED)
    after = pages(shelter)
    move(shelter, POINT)

    assert [asked for asked in before if before[asked] != after[asked]] == []


def move(shelter, where):
    """Put the shelter elsewhere, and nothing else."""
    moved = sa.update(SiteSecret).values(point=point(*where))
    assert shelter.connection.execute(moved).rowcount == 1


def pages(shelter):
    """Every answer to a counsellor, but for what changes from one page to the next anyway."""
    seen = answers(shelter, "counsellor", ("GET",), is_bare=False)
    return {asked: TOKENS.sub("", readable(answer)) for asked, answer in seen}
