"""The questions of the field find what they mean, on the network of the demonstration."""

import pytest

from tests.relevance.__main__ import LEAST_AT_1, LEAST_AT_5, told
from tests.relevance.network import planted
from tests.relevance.questions import Outcome, Question, ask, questions, share


@pytest.fixture(scope="module")
def outcomes(cluster):
    """The answer to every question, asked once."""
    with planted(cluster) as app:
        return [ask(app, question) for question in questions()]


def test_enough_questions_are_asked_each_once(outcomes):
    asked = [(one.question.typed, one.question.commune) for one in outcomes]

    assert len(asked) >= 150
    assert len(set(asked)) == len(asked)


def test_what_is_meant_comes_first(outcomes):
    failures = "".join(told(one) for one in outcomes if not one.is_at_5)

    at_1, at_5 = share(outcomes)

    assert at_5 >= LEAST_AT_5, failures
    assert at_1 >= LEAST_AT_1, failures


def test_an_answer_holds_what_is_meant_and_nothing_that_must_not_be():
    question = Question("chrs -femmes", "LOGEMENT/CHRS", "femmes", "")

    assert Outcome(question, ["LOGEMENT/CHRS hommes"]).is_at_1
    assert not Outcome(question, ["TIG/ANIMAUX", "LOGEMENT/CHRS hommes"]).is_at_1
    assert Outcome(question, ["TIG/ANIMAUX", "LOGEMENT/CHRS hommes"]).is_at_5
    assert not Outcome(question, ["LOGEMENT/CHRS hommes", "LOGEMENT/CHRS femmes"]).is_at_5
    assert not Outcome(question, []).is_at_5
    assert not Outcome(question, []).is_at_1
