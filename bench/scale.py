"""How much of everything there is: national volume, a part of it, or ten times its offers."""

from dataclasses import dataclass

NATIONAL_OFFERS = 100_000
SITES_FOR_100_OFFERS = 35


@dataclass(frozen=True)
class Scale:
    """Sites follow offers; people and their stays follow them up to national volume only."""

    offers: int

    @property
    def sites(self) -> int:
        """Places on earth."""
        return max(self.offers * SITES_FOR_100_OFFERS // 100, 20)

    @property
    def share(self) -> float:
        """What part of the nation is followed: all of it from national volume on."""
        return min(self.offers / NATIONAL_OFFERS, 1.0)

    @property
    def people(self) -> int:
        """Everybody followed."""
        return round(300_000 * self.share)

    @property
    def placements(self) -> int:
        """The stays of a year."""
        return round(140_000 * self.share)

    @property
    def staff(self) -> int:
        """Accounts of the SPIP."""
        return max(round(5_000 * self.share), 40)

    @property
    def partners(self) -> int:
        """Accounts of partners."""
        return max(round(25_000 * self.share), 20)
