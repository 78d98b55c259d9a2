"""How strong a password must be."""

import pytest

from app.sign_in.passwords import weakness


@pytest.mark.parametrize(
    "password",
    [
        "Ab3!Ab4?cdEf",
        "abcdefGH123456",
        "le chat dort sous la table ronde",
        "été-HIVER-2026-neige",
    ],
)
def test_enough_kinds_enough_characters_or_seven_words(password):
    assert weakness(password) is None


@pytest.mark.parametrize(
    "password",
    [
        "",
        "Ab3!Ab4?cdE",
        "abcdefGH12345",
        "abcdefghijklmnopqrst",
        "12345678901234567890",
        "chat chat chat chat chat chat chat",
        "le chat dort sous la table",
        "a a a a a a a",
        "Aa1!Aa1!Aa1!Aa1!",
    ],
)
def test_too_short_or_too_plain_is_refused(password):
    assert "Il faut 12 caractères" in (weakness(password) or "")


def test_too_long_is_refused():
    assert "trop long" in (weakness("Ab3!" * 60) or "")
