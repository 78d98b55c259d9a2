"""Empties the outbox into the index, batch by batch; a poisoned document stops no other."""

from sqlalchemy.orm import Session

from search import outbox
from search.meilisearch import documents
from search.meilisearch.documents import BATCH, Document
from search.meilisearch.server import Refused, Server


def send(session: Session, server: Server, *, limit: int = BATCH) -> int:
    """Copy at most so many changes, and say how many; does not commit."""
    if not outbox.take_turn(session):
        return 0
    rows = outbox.waiting(session, limit)
    if not rows:
        return 0
    ids = {row.offer_id for row in rows}
    shown = documents.of(session, ids)
    gone = ids - {document["id"] for document in shown}
    if gone:
        server.remove(outbox.LIVE, gone)
    outbox.settle(session, rows, put(server, outbox.LIVE, shown))
    return len(rows)


def put(server: Server, name: str, some: list[Document]) -> dict[int, str | None]:
    """Hand documents over; those refused are told apart by halves, with the reason."""
    if not some:
        return {}
    try:
        server.put(name, some)
    except Refused as refusal:
        if len(some) == 1:
            return {some[0]["id"]: str(refusal)}
        half = len(some) // 2
        return put(server, name, some[:half]) | put(server, name, some[half:])
    return {}
