"""A worker killed in the middle of an import leaves nothing half-written, and the run goes on."""

import os
import signal
import subprocess
import time

import pytest
import sqlalchemy as sa

from setup.paths import tool
from tests.browser.server import environment
from tests.imports.conftest import HEADINGS

# Two batches: the first is kept, the second is cut.
LINES = 1_000
DONE = "SELECT count(*) FROM directory.import_row WHERE step = 'DONE'"
MADE = "SELECT count(*) FROM directory.organization"
HALF = """
SELECT (SELECT count(*) FROM directory.organization g WHERE NOT EXISTS (
    SELECT FROM directory.site s JOIN directory.offer o ON o.site_id = s.id
    JOIN directory.offer_search f ON f.offer_id = o.id WHERE s.organization_id = g.id))
"""


@pytest.fixture
def aside(furnished):
    """A database that other processes see."""
    with furnished("killed") as made:
        yield made


def test_an_import_killed_half_way_goes_on_where_it_was(aside, settings, tmp_path):
    path = tmp_path / "partenaires.csv"
    line = "{0};Foyer {0};;{0} rue Haute;69100;Villeurbanne;;CHRS;Lits {0}"
    path.write_text("\n".join([HEADINGS, *map(line.format, range(LINES))]), "utf-8")
    here = settings.model_copy(
        update={
            "database_url": aside.url("maillage_web"),
            "worker_database_url": aside.url("maillage_worker"),
        }
    )
    command = [tool("flask"), "--app", "app", "import", "run", str(path), "--source=69"]
    shell = os.environ | environment(here)

    with aside.superuser.connect() as connection:
        process = subprocess.Popen(command, env=shell, stderr=subprocess.DEVNULL)
        while asked(connection, DONE) < LINES / 10 and process.poll() is None:
            time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()

        done = asked(connection, DONE)
        assert 0 < done < LINES
        assert asked(connection, MADE) == done
        assert asked(connection, HALF) == 0

        subprocess.run(command, check=True, env=shell, stderr=subprocess.DEVNULL)
        assert (asked(connection, DONE), asked(connection, MADE)) == (LINES, LINES)
        assert asked(connection, "SELECT count(*) FROM directory.import_run") == 1


def asked(connection, query):
    """A number as it now is for everybody."""
    found = connection.scalar(sa.text(query))
    connection.rollback()
    return found
