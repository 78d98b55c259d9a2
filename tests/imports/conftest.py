"""Runs a file through an import, stage by stage, as the worker and the command line do."""

import pytest
import sqlalchemy as sa

from app.imports import actions, stages
from app.imports.jobs import go_on
from models.codes.imports import Doubts
from models.imports import ImportRow
from tests.factories import CoordinatorFactory, UnitFactory
from tests.imports.breaking import Broken

HEADINGS = "Identifiant;Nom;SIRET;Adresse;Code postal;Commune;Téléphone;Type;Nom de l'offre"
FOYER = "1;Foyer des Lilas;77931148900040;3 rue des Lilas;69100;Villeurbanne;0472000001;CHRS;Places"
CLINIC = "2;Centre Sureau;;12 rue Garibaldi;69003;Lyon;0472000002;CSAPA;Consultation"


class Imports:
    """Imports of spreadsheets for the Rhône."""

    def __init__(self, session, folder):
        self.session, self.folder = session, folder

    def read(self, *lines, territory=("69",), headings=HEADINGS):
        """A run, previewed."""
        path = self.folder / "partenaires.csv"
        path.write_text("\n".join([headings, *lines]), "utf-8")
        run = actions.start(
            self.session, path, file_name=path.name, by=None, territory=territory, origin="69"
        )
        self.session.commit()
        self.follow(stages.read(self.session, run.id, path))
        return run

    def apply(self, run, doubts=Doubts.LEAVE):
        """Put it in."""
        actions.apply(run, doubts=doubts)
        self.follow(stages.apply(self.session, run.id))
        return run

    def bring_in(self, *lines, **options):
        """Both."""
        return self.apply(self.read(*lines, **options))

    def undo(self, run):
        """Take it back."""
        actions.undo(run)
        self.follow(stages.undo(self.session, run.id))

    def follow(self, stage):
        """A transaction for each batch; what was loaded before is read again."""
        for _ in stage:
            self.session.commit()
        self.session.commit()
        self.session.expire_all()

    def lines(self, run):
        """Its lines, in the order of the file."""
        wanted = sa.select(ImportRow).where(ImportRow.run_id == run.id).order_by(ImportRow.n)
        return self.session.scalars(wanted).all()


@pytest.fixture
def imports(session, tmp_path):
    """Imports in the test's own transaction."""
    return Imports(session, tmp_path)


@pytest.fixture
def coordinator(browse_as):
    """The browser of a coordinator of the Rhône."""
    return browse_as(CoordinatorFactory(unit=UnitFactory(department_code="69")))


@pytest.fixture
def work(session, connection):
    """The worker does what waits, under its own role."""

    def run():
        session.commit()
        connection.exec_driver_sql("SET LOCAL ROLE maillage_worker")
        try:
            while go_on(session):  # on a slow day, more than one job is needed
                pass
        finally:
            connection.exec_driver_sql("RESET ROLE")
        session.expire_all()

    return run


@pytest.fixture
def broken():
    """One verb of a stage fails, until the test mends it."""
    with pytest.MonkeyPatch.context() as patch:
        yield Broken(patch)
