"""Offers at the sites: what they share, whom they welcome, and the numbers of the nation."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from bench.country import kinds
from bench.country.dice import Dice, braces
from bench.country.hosts import FAMILIES, Host, verified
from bench.country.lexicon import Lexicon
from bench.country.sheaf import Sheaf
from models.codes.families import types_of
from models.codes.offer import (
    AdmissionChannel,
    ContactFlag,
    Cost,
    Family,
    Gender,
    Household,
    Publication,
    YesNo,
)
from models.offer_kinds import kind_of

PUBLICATION = {
    Publication.PUBLISHED: 94,
    Publication.SUSPENDED: 2,
    Publication.DRAFT: 3,
    Publication.CLOSED: 1,
}
USUAL_CHANNELS = [
    AdmissionChannel.CANDIDATURE_DIRECTE,
    AdmissionChannel.PRESCRIPTION_SPIP,
    AdmissionChannel.SANS_RDV,
]
CHANNELS = {
    Family.TIG: [AdmissionChannel.AFFECTATION_DSPIP],
    Family.LOGEMENT: [AdmissionChannel.SIAO, *USUAL_CHANNELS],
    Family.STAGE: [AdmissionChannel.SESSION_INSCRIPTION],
}


# Advice and care may be given from anywhere; a bed may not.
BY_TELEPHONE = frozenset({Family.SANTE, Family.DROITS, Family.FAMILLE, Family.EMPLOI_FORMATION})


class Drawn(NamedTuple):
    """An offer, with what its lots need to know."""

    id: int
    title: str
    host: Host


def offers(sheaf: Sheaf, first: int, last: int, sites: list[Host], words: Lexicon) -> list[Drawn]:
    """The offers of these numbers, whatever others are drawn."""
    dice = Dice(f"offers {first}")
    waiting, everywhere = _by_family(sites), list(_families())
    made = []
    for key in range(first, last):
        family = everywhere[key % len(everywhere)]
        host = dice.choice(waiting[family] or sites)
        made.append(_offer(sheaf, dice, words, key, host, family))
    return made


def _offer(sheaf: Sheaf, dice: Dice, words: Lexicon, key: int, host: Host, family: Family) -> Drawn:
    kind = dice.choice(list(types_of(family)))
    title = f"{kind.label} {words.name(dice)}"
    publication = dice.either(PUBLICATION)
    sheaf.add(
        "directory.offer",
        id=key,
        site_id=host.id,
        kind=kind_of(family).__tablename__,
        family=family,
        title=title,
        description=words.sentence(dice, 25, 60),
        publication=publication,
        admission=dice.choice(CHANNELS.get(family, USUAL_CHANNELS)),
        cost=dice.choice(list(Cost)),
        is_remote=family in BY_TELEPHONE and dice.happens(0.01),
        lead_time_days=dice.choice([None, 2, 7, 15]),
        contact_flags=dice.some(list(ContactFlag), 3),
        phone=dice.phone(),
        **verified(dice),
    )
    kinds.KINDS[family](sheaf, dice, words, key, kind, publication)
    if dice.happens(0.15):
        _audience(sheaf, dice, key)
    return Drawn(key, title, host._replace(family=family))


def _audience(sheaf: Sheaf, dice: Dice, key: int) -> None:
    # Numbers of offers come after those of the organizations' rules.
    sheaf.add(
        "directory.audience_rule",
        id=10_000_000 + key,
        offer_id=key,
        gender=dice.choice([None, Gender.ANY, Gender.MEN, Gender.WOMEN]),
        age_min=dice.choice([None, 16, 18, 25]),
        households=dice.choice(["{}", braces([Household.SINGLE]), braces(Household)]),
        animals=dice.choice([None, YesNo.YES, YesNo.NO]),
    )


def _by_family(sites: list[Host]) -> defaultdict[Family, list[Host]]:
    found: defaultdict[Family, list[Host]] = defaultdict(list)
    for host in sites:
        found[host.family].append(host)
    return found


def _families() -> Iterator[Family]:
    """A hundred offers in the nation's proportions, mixed."""
    hundred = [family for family, part in FAMILIES.items() for _ in range(part)]
    Dice("families").shuffle(hundred)
    yield from hundred
