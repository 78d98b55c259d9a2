"""What is free in a lot, as a sum that adds up and a sentence that says it; pure (design §3)."""

import datetime as dt
import hashlib
import uuid
from dataclasses import dataclass

from app.filters import plural, short_day
from models.codes.claims import LotState
from models.codes.organization import Channel

STATE_SIGNS = {LotState.ASSESSMENT: "unknown", LotState.WAITING_LIST: "full"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """One lot in one window; placements and reservations are those of its fullest day.

    Whatever the lot: places - elsewhere - placements - reservations = left.
    """

    lot_id: int
    places: int
    open: int
    is_shared: bool = False
    state: LotState = LotState.OPEN
    is_suspended: bool = False
    is_stale: bool = False
    placements: int = 0
    reservations: int = 0
    claims: tuple[uuid.UUID, ...] = ()
    valid_until: dt.datetime | None = None
    next_free_on: dt.date | None = None
    report_id: int | None = None
    reported_at: dt.datetime | None = None
    reported_by: str | None = None
    channel: Channel | None = None

    @property
    def version(self) -> str:
        """A token of the figures, the claims and the last word: another one, the page is stale."""
        claims = sorted(map(str, self.claims))
        facts = (
            self.places,
            self.open,
            self.state.value,
            self.is_suspended,
            self.report_id,
            claims,
        )
        return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]

    @property
    def spare(self) -> int:
        """Units granted beyond every live claim: what a report answers."""
        return max(self.open - len(self.claims), 0)

    @property
    def peak(self) -> int:
        """Units taken or held together on the fullest day of the window."""
        return self.placements + self.reservations

    @property
    def elsewhere(self) -> int:
        """Places that the host does not grant to this network."""
        return self.places - self.open

    @property
    def left(self) -> int:
        """What the guard would still grant, even when the report is stale; negative when over."""
        return self.open - self.peak

    @property
    def free(self) -> int | None:
        """Places free, or None when they are « à confirmer »: unknown is never zero."""
        if self.is_stale or self.state is LotState.ASSESSMENT:
            return None
        return max(self.left, 0)

    @property
    def is_over(self) -> bool:
        """More people than places: reality may exceed what is granted."""
        return self.left < 0

    @property
    def sign(self) -> str:
        """The sign of look.md that the SPIP and that partner see."""
        if self.is_suspended:
            return "suspended"
        if self.is_over:
            return "over"
        if self.free is None:
            return "unknown"
        return STATE_SIGNS.get(self.state) or {0: "full", 1: "last"}.get(self.free, "free")

    @property
    def public_sign(self) -> str:
        """The sign for anybody else: being over capacity is told to nobody."""
        return "full" if self.sign == "over" else self.sign

    @property
    def said(self) -> str:
        """Who last said it, when and how: « déclaré le 3 mars par téléphone (Mme Roux) »."""
        if self.reported_at is None or self.channel is None:
            return "jamais confirmé"
        said = f"déclaré le {short_day(self.reported_at)} {self.channel.label}"
        return f"{said} ({self.reported_by})"

    @property
    def sentence(self) -> str:
        """The sum, for the SPIP and that partner only."""
        if not self.places and not self.peak:
            return "aucune place ouverte"
        return f"{', '.join(self._terms())} = {self._result()}"

    @property
    def public_sentence(self) -> str:
        """What is free and nothing else, for anybody else."""
        if self.is_suspended:
            return "Suspendu"
        if self.state is not LotState.OPEN:
            return self.state.label
        if self.free is None:
            return "À confirmer"
        return plural(self.free, "place libre", "places libres") if self.free else "Complet"

    def _terms(self) -> list[str]:
        terms = [plural(self.places, "place")]
        if self.elsewhere:
            since = f" déclaré le {short_day(self.reported_at)}" if self.reported_at else ""
            terms.append(f"{plural(self.elsewhere, 'occupée')} hors réseau{since}")
        if self.placements:
            terms.append(plural(self.placements, "placement"))
        if self.reservations:
            terms.append(plural(self.reservations, "réservation"))
        return terms

    def _result(self) -> str:
        if self.is_over:
            return f"{-self.left} au-delà de la capacité"
        if self.is_stale:
            return "à confirmer"
        if self.state is not LotState.OPEN:
            return self.state.label.lower()
        return plural(self.left, "libre")
