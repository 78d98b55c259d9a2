"""The file of secrets is made once, completed without losing anything, and closed to others."""

import base64
from urllib.parse import urlsplit

import pytest

from setup import settings


@pytest.fixture
def env_file(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "ENV_FILE", tmp_path / "env")
    return tmp_path / "env"


def test_a_new_clone_gets_keys_of_32_bytes_that_others_cannot_read(env_file):
    made = settings.complete(lambda: 25_000)

    identifier, _, key = made["ENCRYPTION_KEYS"].partition(":")
    assert identifier == "1"
    assert len(base64.b64decode(key)) == 32
    assert env_file.stat().st_mode & 0o777 == 0o600


def test_what_was_chosen_by_hand_is_kept(env_file):
    env_file.write_text("PORT=9000\nSECRET_KEY=ours\n")

    made = settings.complete(lambda: 25_000)

    assert (made["PORT"], made["SECRET_KEY"]) == ("9000", "ours")
    assert settings.cluster_port(made) == 25_000


def test_a_second_run_changes_nothing(env_file):
    first = settings.complete(lambda: 25_000)

    second = settings.complete(lambda: 26_000)

    assert second == first == settings.read()


def test_another_port_keeps_the_passwords(env_file):
    before = settings.complete(lambda: 25_000)

    after = settings.move(26_000)

    assert settings.passwords(after) == settings.passwords(before)
    assert urlsplit(after["WORKER_DATABASE_URL"]).port == 26_000


def test_each_role_has_a_password_of_its_own(env_file):
    passwords = settings.passwords(settings.complete(lambda: 25_000))

    assert len(set(passwords.values())) == len(settings.ROLES)
