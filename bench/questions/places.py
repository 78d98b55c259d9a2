"""Lots to count and to hold."""

from bench.measuring import engines
from bench.questions.asker import DOZENS, Asker


def lots(asker: Asker) -> list[list[int]]:
    """The lots of some offers."""
    found = asker.rows(
        "SELECT array_agg(id) FROM directory.place_lot GROUP BY offer_id"
        " ORDER BY md5(offer_id::text) LIMIT :many",
        many=DOZENS,
    )
    return [lots for (lots,) in found]


def open_lots(asker: Asker, many: int) -> list[engines.Held]:
    """Lots that grant something, all over the country, each once."""
    (unit,) = asker.rows("SELECT min(id) FROM accounts.unit")[0]
    found = asker.rows(
        "SELECT id FROM directory.place_lot WHERE open > 0 ORDER BY md5(id::text) LIMIT :many",
        many=many,
    )
    return [engines.Held(lot, unit) for (lot,) in found]
