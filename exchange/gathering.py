"""Lines of a free spreadsheet about one partner: the first brings it, the others its offers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from exchange.rows import Fault, Offer, Row

TWICE = "Cette offre est déjà à la ligne {line} : donnez-lui un autre nom si c'en est une autre."


def gathered(rows: Iterable[Row | Fault]) -> Iterator[Row | Fault]:
    """The same rows; a partner told again without any offer is left to whoever keeps partners."""
    partners: set[int] = set()
    offers: dict[int, int] = {}
    for row in rows:
        if isinstance(row, Fault):
            yield row
            continue
        key = hash(row.external_id)
        again = [one for one in row.partner.offers if hash((key, one.external_id)) in offers]
        yield from (_twice(row, one, offers[hash((key, one.external_id))]) for one in again)
        if again:
            continue
        offers |= {hash((key, one.external_id)): row.line for one in row.partner.offers}
        yield _offers_alone(row) if key in partners and row.partner.offers else row
        partners.add(key)


def _offers_alone(row: Row) -> Row:
    return replace(row, partner=replace(row.partner, organization=None, site=None))


def _twice(row: Row, offer: Offer, line: int) -> Fault:
    reason = TWICE.format(line=line)
    return Fault(row.line, "Offre", offer.title, reason, part="", raw=row.raw)
