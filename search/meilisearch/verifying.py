"""Compares the index with the directory, document by document."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from search import outbox
from search.meilisearch import documents
from search.meilisearch.documents import BATCH, Document
from search.meilisearch.server import Server


def differences(session: Session, server: Server) -> Iterator[str]:
    """One line per offer that is missing, too many or told otherwise."""
    copies = _copies(server)
    for some in documents.batches(session):
        for document in some:
            if line := _compared(document, copies.pop(document["id"], None)):
                yield line
    yield from (f"offre {key} : en trop dans l'index" for key in sorted(copies))


def _compared(ours: Document, theirs: Document | None) -> str:
    if theirs is None:
        return f"offre {ours['id']} : absente de l'index"
    fields = sorted(name for name in ours if ours[name] != theirs.get(name))
    return f"offre {ours['id']} : diffère ({', '.join(fields)})" if fields else ""


def _copies(server: Server) -> dict[int, Document]:
    found: dict[int, Document] = {}
    while some := server.documents(outbox.LIVE, offset=len(found), limit=BATCH):
        found |= {document["id"]: document for document in some}
    return found
