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
    last = (
        sa.select(report.c.answer, report.c.claims_shown, report.c.open)
        .where(report.c.lot_id == lot.c.id)
        .order_by(report.c.reported_at.desc(), report.c.id.desc())
        .limit(1)
        .lateral("last")
    )
    is_shown = claim.c.id == sa.any_(last.c.claims_shown)
    live = (
        sa.select(
            sa.func.count().label("live"),
            sa.func.count().filter(~is_shown).label("arrived"),
            sa.func.count().filter(is_shown).label("stayed"),
        )
        .where(claim.c.lot_id == lot.c.id, claim.c.state.in_(LIVE_STATES), ~sa.func.isempty(DAYS))
        .lateral("live")
    )
    shown = sa.func.cardinality(last.c.claims_shown)
    counted = sa.func.greatest(lot.c.open - live.c.live, 0)
    beyond = sa.func.greatest(shown + last.c.answer - last.c.open, 0)
    columns: dict[str, Any] = {
        "declared": last.c.answer,
        "counted": counted,
        "arrived": live.c.arrived,
        "left": shown - live.c.stayed,
        "beyond": beyond,
    }
    sums = [sa.cast(sa.func.sum(value), sa.Integer).label(name) for name, value in columns.items()]
    differs = sa.func.bool_or(last.c.answer != counted).label("differs")
    rows = sa.join(lot, last, sa.true()).join(live, sa.true())
    return (
        sa.select(*sums, differs)
        .select_from(rows)
        .where(lot.c.offer_id == OfferState.offer_id)
        .lateral("gap")
    )


def _many(how: str) -> str:
    words = how.split()
    return " ".join(f"{word}s" if word.endswith("ée") else word for word in words)
