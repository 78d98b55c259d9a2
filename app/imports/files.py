"""Uploaded files put together again on the worker's disk, as long as they are read."""

import tempfile
from pathlib import Path

from sqlalchemy.orm import Session

from app.imports import actions, queries, reading
from models.codes.imports import RunState
from models.imports import ImportRun


class Files:
    """One folder for each run being read; another worker makes its own."""

    def __init__(self) -> None:
        self.folders: dict[int, tempfile.TemporaryDirectory[str]] = {}

    def path_of(self, session: Session, run: ImportRun) -> Path:
        """Where the file of a run is, if it is being read."""
        if run.state is not RunState.READING:
            return Path()
        folder = self.folders.get(run.id) or tempfile.TemporaryDirectory(prefix="import-")
        path = Path(folder.name) / "file"
        if run.id not in self.folders:
            actions.write_file(session, run.id, path)
            self.folders[run.id] = folder
        return path

    def clear(self, session: Session) -> None:
        """Forget those that are read no more."""
        still = set(session.scalars(queries.being_read()))
        for run_id in self.folders.keys() - still:
            reading.desk.forget(run_id)
            self.folders.pop(run_id).cleanup()
