"""On a machine where something is missing, the set-up says in French what to do, and stops."""

import socket
from pathlib import Path

import pytest

from setup import browser, container, debian, demo, front, postgresql, python
from setup.steps import SetupError


@pytest.fixture
def bare_machine(monkeypatch):
    """A machine without PostgreSQL, where neither root nor sudo nor Docker is at hand."""
    monkeypatch.setattr(postgresql, "programs", lambda: None)
    monkeypatch.setattr(python, "needs_venv", lambda: False)
    monkeypatch.setattr(debian, "DOCUMENTS", {})
    monkeypatch.setattr(debian, "LETTERS", Path("/"))
    monkeypatch.setattr(debian, "DRIVER", ("libc.so.6", "libatomic1"))
    monkeypatch.setattr(browser, "executable", lambda: None)
    monkeypatch.setattr(browser, "is_packaged", lambda: True)
    monkeypatch.setattr(debian, "_privilege", lambda: None)
    monkeypatch.setattr(container, "answers", lambda: False)


def test_without_rights_the_line_to_ask_for_is_printed(bare_machine):
    line = "apt-get install postgresql postgresql-postgis chromium"

    with pytest.raises(SetupError, match=line):
        debian.ensure_packages(with_browser=True)


def test_what_sets_documents_is_asked_for_too(bare_machine, monkeypatch):
    monkeypatch.setattr(debian, "DOCUMENTS", {"libabsent.so.0": "libpango-1.0-0"})
    monkeypatch.setattr(debian, "LETTERS", Path("/absent.ttf"))
    line = "apt-get install postgresql postgresql-postgis libpango-1.0-0 fonts-dejavu-core"

    with pytest.raises(SetupError, match=line):
        debian.ensure_packages(with_browser=False)


def test_what_drives_a_browser_is_asked_for_with_it(bare_machine, monkeypatch):
    monkeypatch.setattr(debian, "DRIVER", ("libabsent.so.0", "libatomic1"))
    line = "apt-get install postgresql postgresql-postgis libatomic1 chromium"

    with pytest.raises(SetupError, match=line):
        debian.ensure_packages(with_browser=True)


def test_a_docker_that_answers_replaces_the_database_packages(bare_machine, monkeypatch):
    monkeypatch.setattr(container, "answers", lambda: True)

    debian.ensure_packages(with_browser=False)


def test_without_what_sets_documents_one_goes_on(bare_machine, monkeypatch, capsys):
    monkeypatch.setattr(container, "answers", lambda: True)
    monkeypatch.setattr(debian, "LETTERS", Path("/absent.ttf"))

    debian.ensure_packages(with_browser=False)
    monkeypatch.setattr(postgresql, "programs", lambda: "/usr/bin")
    debian.ensure_packages(with_browser=False)

    assert "ne se télécharge pas en PDF" in capsys.readouterr().out


def test_a_docker_does_not_replace_the_browser(bare_machine, monkeypatch):
    monkeypatch.setattr(container, "answers", lambda: True)

    with pytest.raises(SetupError, match="chromium"):
        debian.ensure_packages(with_browser=True)


@pytest.mark.parametrize("version", ["v20.19.0", "v22.12.0", "v24.1.0"])
def test_a_node_that_vite_accepts_is_used(tmp_path, version):
    assert front._is_recent(fake_node(tmp_path, version))


@pytest.mark.parametrize("version", ["v18.20.4", "v20.18.0", "v21.7.0", "v22.11.0", "broken"])
def test_a_node_that_vite_refuses_is_left_aside(tmp_path, version):
    assert not front._is_recent(fake_node(tmp_path, version))


def fake_node(folder, version):
    node = folder / "node"
    node.write_text(f"#!/bin/sh\necho {version}\n")
    node.chmod(0o755)
    return str(node)


def test_a_taken_port_stops_the_demonstration_with_another_to_try(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))

        with pytest.raises(SetupError, match=f"Le port {port} est déjà pris.*PORT={port + 1}"):
            demo._port()


def test_a_port_that_is_no_number_is_refused(monkeypatch):
    monkeypatch.setenv("PORT", "huit mille")

    with pytest.raises(SetupError, match="huit mille"):
        demo._port()
