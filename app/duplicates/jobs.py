"""The job that compares what changed with the rest of the network."""

from sqlalchemy.orm import Session

from app.worker.schedule import scheduled
from search.duplicates import find_changed

# Beyond, a whole file was imported: comparing everything takes some seconds.
MOST = 1_000


@scheduled("*/10 * * * *")
def propose_duplicates(session: Session) -> int:
    """Propose the pairs that the last changes made, forget those they unmade."""
    return find_changed(session, most=MOST)
