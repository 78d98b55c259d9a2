"""Where packages cannot be installed, a container serves the same database."""

import pytest

from setup import container, settings


@pytest.fixture
def docker(tmp_path, monkeypatch):
    """A Docker that agrees to everything and writes down what it is told."""
    said = tmp_path / "said"
    program = tmp_path / "docker"
    program.write_text(f'#!/bin/sh\necho "$@" >> {said}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(settings, "ENV_FILE", tmp_path / "env")
    return said


def test_the_container_listens_on_this_machine_alone_and_keeps_its_data(docker):
    settings.complete(lambda: 25_000)

    container.ContainerServer().start(25_000)

    said = docker.read_text()
    assert "--publish 127.0.0.1:25000:5432" in said
    assert ":/var/lib/postgresql/data" in said


def test_the_password_of_the_container_is_in_no_process_list(docker):
    known = settings.complete(lambda: 25_000)

    container.ContainerServer().start(25_000)

    assert settings.passwords(known)["postgres"] not in docker.read_text()
