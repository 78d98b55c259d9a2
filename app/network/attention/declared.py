"""What partners declared free against what claims say, lot by lot, and why the two differ."""

from typing import Any, NamedTuple

import sqlalchemy as sa

from app.filters import plural
from app.network.attention.conditions import claim, report
from models.capacity import LIVE_STATES
from models.network import OfferState
from search.indexing.tables import lot

DAYS = sa.func.directory.claim_days(
    sa.type_coerce(claim.c.state, sa.Text), claim.c.during, claim.c.expires_at
)


class Gap(NamedTuple):
    """One offer's last declared number, today's count, and what came between."""

    declared: int
    counted: int
    arrived: int
    left: int
    beyond: int

    @property
    def sentence(self) -> str:
        """Both numbers, then what explains the difference."""
        both = f"{plural(self.declared, 'place déclarée libre', 'places déclarées libres')}, "
        both += f"{plural(self.counted, 'place comptée libre', 'places comptées libres')}"
        return f"{both} : {', '.join(self._reasons())}."

    def _reasons(self) -> list[str]:
        told = {
            "réservée ou occupée depuis": self.arrived,
            "libérée ou expirée depuis": self.left,
            "annoncée au-delà de la taille du lot": self.beyond,
        }
        words = [
            f"{plural(number, 'place')} {how if number < 2 else _many(how)}"
            for how, number in told.items()
            if number
        ]
        return words or ["le nombre de places accordées au réseau a changé depuis"]


def gaps() -> Any:
    """One row per offer of `OfferState` (correlated): sums over its lots that have a report."""
    last = _last_word()
    live = _live(last)
    counted = sa.func.greatest(lot.c.open - live.c.live, 0)
    shown = sa.func.cardinality(last.c.claims_shown)
    columns: dict[str, Any] = {
        "declared": last.c.answer,
        "counted": counted,
        "arrived": live.c.arrived,
        "left": shown - live.c.stayed,
        "beyond": sa.func.greatest(shown + last.c.answer - last.c.open, 0),
    }
    sums = [sa.cast(sa.func.sum(value), sa.Integer).label(name) for name, value in columns.items()]
    differs = sa.func.bool_or(last.c.answer != counted).label("differs")
    rows = sa.join(lot, last, sa.true()).join(live, sa.true())
    of_offer = sa.select(*sums, differs).select_from(rows)
    return of_offer.where(lot.c.offer_id == OfferState.offer_id).lateral("gap")


def _last_word() -> Any:
    """What was last declared of the lot."""
    return (
        sa.select(report.c.answer, report.c.claims_shown, report.c.open)
        .where(report.c.lot_id == lot.c.id)
        .order_by(report.c.reported_at.desc(), report.c.id.desc())
        .limit(1)
        .lateral("last")
    )


def _live(last: Any) -> Any:
    """How many claims of the lot count today: in all, come since that word, and shown by it."""
    is_shown = claim.c.id == sa.any_(last.c.claims_shown)
    counts = {"live": None, "arrived": ~is_shown, "stayed": is_shown}
    figures = [_count(which).label(name) for name, which in counts.items()]
    is_live = (claim.c.state.in_(LIVE_STATES), ~sa.func.isempty(DAYS))
    return sa.select(*figures).where(claim.c.lot_id == lot.c.id, *is_live).lateral("live")


def _count(which: Any) -> Any:
    return sa.func.count() if which is None else sa.func.count().filter(which)


def _many(how: str) -> str:
    words = how.split()
    return " ".join(f"{word}s" if word.endswith("ée") else word for word in words)
