"""Builds a new index beside the one that answers, then exchanges them."""

from sqlalchemy.orm import Session

from search import outbox
from search.meilisearch import documents
from search.meilisearch.sending import put
from search.meilisearch.server import Server
from search.meilisearch.settings import settings, version

NEXT = f"{outbox.LIVE}_next"


def rebuild(session: Session, server: Server) -> tuple[int, int]:
    """How many offers were copied and how many refused; `outbox.begin` was committed before.

    Nothing leaves the outbox meanwhile: what changes is sent again, to the new index.
    """
    outbox.wait_turn(session)
    outbox.forget_refusals(session)
    server.drop(NEXT)
    server.create(NEXT)
    server.set_up(NEXT, settings())
    seen = 0
    refused: dict[int, str | None] = {}
    for some in documents.batches(session):
        refused |= put(server, NEXT, some)
        seen += len(some)
    server.create(outbox.LIVE)
    server.swap(NEXT, outbox.LIVE)
    server.drop(NEXT)
    outbox.put_aside(session, refused)
    outbox.built(session, version())
    return seen - len(refused), len(refused)
