"""The containers: valid, with the settings that the application reads, and no secret in a file."""

import re
import shutil
import subprocess
from typing import Any

import pytest
import yaml

from app.config import Settings
from setup import demo
from tests.databases import ROOT

COMPOSE = ROOT / "docker-compose.yml"
SERVICES: dict[str, Any] = yaml.safe_load(COMPOSE.read_text())["services"]
OURS = ("prepare", "web", "worker")
EXAMPLE = dict(
    line.split("=", 1)
    for line in (ROOT / ".env.example").read_text().splitlines()
    if line and not line.startswith("#")
)
# Read by Alembic and the loader of reference data, never by what serves.
OF_THE_OWNER = {"OWNER_DATABASE_URL"}


def program() -> list[str] | None:
    """The command that reads the file, if this machine has one."""
    if shutil.which("docker"):
        plugin = ["docker", "compose"]
        if not subprocess.run([*plugin, "version"], capture_output=True, check=False).returncode:
            return plugin
    return ["docker-compose"] if shutil.which("docker-compose") else None


def test_docker_compose_reads_it_without_a_word(tmp_path):
    command = program()
    if command is None:
        pytest.skip("neither « docker compose » nor « docker-compose » is on this machine")
    filled = tmp_path / "env"
    filled.write_text("".join(f"{name}={said or 'a1'}\n" for name, said in EXAMPLE.items()))

    done = subprocess.run(
        [*command, "--env-file", str(filled), "config", "--quiet"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_example_names_all_that_one_may_set():
    asked = set(re.findall(r"\$\{([A-Z_]+)", COMPOSE.read_text()))
    example = (ROOT / ".env.example").read_text()

    assert asked == set(re.findall(r"^(?:# )?([A-Z_]+)=", example, re.MULTILINE))


@pytest.mark.parametrize("name", OURS)
def test_a_service_of_ours_gets_every_setting_and_nothing_else(name):
    known = {field.upper() for field in Settings.model_fields}
    given = set(SERVICES[name]["environment"])

    assert given == known | (OF_THE_OWNER if name == "prepare" else set())


@pytest.mark.parametrize("name", OURS)
def test_a_service_of_ours_is_nobody_and_writes_nowhere(name):
    service = SERVICES[name]

    assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
    assert re.search(r"^USER \d+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)


def test_every_service_that_stays_has_a_health_check_and_every_image_a_version():
    for name, service in SERVICES.items():
        assert name == "prepare" or "healthcheck" in service, name
        assert name in OURS or re.search(r":v?\d+[.-]\d", service["image"]), name


def test_secrets_are_asked_for_and_never_given():
    asked = set(re.findall(r"\$\{(\w+):\?\}", COMPOSE.read_text()))

    assert asked == {name for name, said in EXAMPLE.items() if not said}
    assert ".env" in (ROOT / ".gitignore").read_text().splitlines()


def test_what_the_image_copies_is_there_and_sent_to_it():
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(), re.M)
    sent = (ROOT / ".dockerignore").read_text().splitlines()

    for path in " ".join(copied).split():
        assert (ROOT / path).exists(), path
        assert f"!{path}" in sent, path


def test_the_image_gives_memory_back_as_the_demonstration_does():
    said = re.findall(r"\b(MALLOC_\w+)=(\w+)", (ROOT / "Dockerfile").read_text())

    assert dict(said) == demo.LEAN
