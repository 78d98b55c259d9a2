"""The index as a copy to keep: sent to, rebuilt, told about and compared."""

from collections.abc import Iterator

import structlog
from sqlalchemy.orm import Session

from models.outbox import SearchIndex
from search import outbox
from search.meilisearch import rebuilding, sending, verifying
from search.meilisearch.server import Refused, Server, Unavailable
from search.meilisearch.settings import version

log = structlog.get_logger()


class MeilisearchCopy:
    """An index on a Meilisearch server."""

    def __init__(self, url: str, key: str) -> None:
        self.server = Server(url, key)

    def send(self, session: Session) -> int:
        """Copy a batch of changes; they wait when the server does not answer."""
        if not outbox.is_ready(session, version()):
            return 0
        try:
            return sending.send(session, self.server)
        except (Unavailable, Refused) as error:
            log.warning("search copy waits", error=str(error))
            return 0

    def begin(self, session: Session) -> None:
        """Note changes from now on."""
        outbox.begin(session)

    def rebuild(self, session: Session) -> str:
        """Build a new index, then exchange it with the one that answers."""
        copied, refused = rebuilding.rebuild(session, self.server)
        return f"Index de recherche refait. Offres copiées : {copied}, mises de côté : {refused}."

    def status(self, session: Session) -> Iterator[str]:
        """The index, its settings, what waits and what was refused."""
        index = session.get(SearchIndex, outbox.LIVE)
        waits, aside = outbox.counts(session)
        built_at = index and index.built_at
        yield "moteur : meilisearch"
        yield f"index refait le : {built_at:%d/%m/%Y à %H:%M}" if built_at else "index : à faire"
        yield f"réglages : {index.version if index else '…'} (attendus : {version()})"
        yield f"en attente : {waits}"
        yield f"mises de côté : {aside}"
        yield from (f"offre {row.offer_id} : {row.error}" for row in outbox.set_aside(session))

    def differences(self, session: Session) -> Iterator[str]:
        """Offer by offer."""
        return verifying.differences(session, self.server)
