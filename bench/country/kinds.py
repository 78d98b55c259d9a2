"""What each family of offers says beyond what they share."""

from collections.abc import Callable

from bench.country.dice import Dice, braces
from bench.country.lexicon import Lexicon
from bench.country.sheaf import Sheaf
from models.base import Code
from models.codes.housing import HousingType, RoomKind
from models.codes.offer import Band, Family, Publication, Weekday, YesNo
from models.codes.services import CareOrder, ContractType
from models.codes.tig import ListingStatus, RiskFlag

Kind = Callable[[Sheaf, Dice, Lexicon, int, Code, Publication], None]
WEEK = list(Weekday)[:5]
DAYS = [braces(WEEK), braces(WEEK), braces(["SAT"]), braces(["SAT", "SUN"]), "{}"]
BANDS = [braces([Band.MORNING, Band.AFTERNOON]), braces([Band.MORNING]), braces([Band.WEEKEND])]
SIAO_ONLY = frozenset({HousingType.CHRS, HousingType.CHU, HousingType.HOTEL})


def tig(sheaf: Sheaf, dice: Dice, words: Lexicon, key: int, kind: Code, shown: Publication) -> None:
    """A post, on the list when it is published."""
    is_draft = shown is Publication.DRAFT
    sheaf.add(
        "directory.tig_post",
        id=key,
        activity=kind,
        nature_of_work=words.sentence(dice, 8, 16),
        execution_terms=words.sentence(dice, 5, 12),
        listing_status=ListingStatus.DRAFT if is_draft else ListingStatus.LISTED,
        listed_on=None if is_draft else dice.day(-900, -30),
        supervisor_name=None if dice.happens(0.05) else "M. Coste",
        days=dice.choice(DAYS),
        bands=dice.choice(BANDS),
        min_hours=dice.choice([None, 20, 35]),
        max_hours=dice.choice([None, 210, 400]),
        max_hours_per_week=dice.choice([7, 21, 35]),
        accepts_minors=dice.happens(0.1),
        accepts_tnr=dice.choice(list(YesNo)),
        risk_flags=dice.some(list(RiskFlag), 1),
    )


def housing(
    sheaf: Sheaf, dice: Dice, words: Lexicon, key: int, kind: Code, shown: Publication
) -> None:
    """Beds, rooms or flats."""
    sheaf.add(
        "directory.housing_offer",
        id=key,
        housing_type=kind,
        room_kind=dice.choice([None, *RoomKind]),
        is_siao_only=kind in SIAO_ONLY,
        tag_compatible=dice.choice(list(YesNo)),
        owner_agreement=dice.choice(list(YesNo)),
        participation_fee=words.sentence(dice, 4, 8),
        stay_max_days=dice.choice([None, 90, 180, 365]),
        is_renewable=dice.choice([None, True, False]),
        has_domiciliation=dice.choice(list(YesNo)),
    )


def job(sheaf: Sheaf, dice: Dice, words: Lexicon, key: int, kind: Code, shown: Publication) -> None:
    """A job or a training place."""
    sheaf.add(
        "directory.job_offer",
        id=key,
        employer_type=kind,
        contract=dice.choice([None, *ContractType]),
        hours_per_week=dice.choice([None, 20, 26, 35]),
        days=dice.choice(DAYS),
        bands=dice.choice(BANDS),
        eligibility=words.sentence(dice, 6, 14),
    )


def care(
    sheaf: Sheaf, dice: Dice, words: Lexicon, key: int, kind: Code, shown: Publication
) -> None:
    """A care place."""
    orders = dice.some(list(CareOrder), 3)
    sheaf.add("directory.care_offer", id=key, care_type=kind, court_ordered_care=orders)


def course(
    sheaf: Sheaf, dice: Dice, words: Lexicon, key: int, kind: Code, shown: Publication
) -> None:
    """A court-ordered course."""
    session = {"duration_days": dice.randint(1, 5), "next_session_on": dice.day(5, 90)}
    sheaf.add("directory.course_offer", id=key, course_type=kind, **session)


def support(
    sheaf: Sheaf, dice: Dice, words: Lexicon, key: int, kind: Code, shown: Publication
) -> None:
    """Rights, family, victims, material help, mobility, sport and culture."""
    sheaf.add("directory.support_offer", id=key, support_type=kind)


MADE: dict[Family, Kind] = {
    Family.TIG: tig,
    Family.LOGEMENT: housing,
    Family.EMPLOI_FORMATION: job,
    Family.SANTE: care,
    Family.STAGE: course,
}
KINDS: dict[Family, Kind] = {family: MADE.get(family, support) for family in Family}
