"""How long a confirmation stays fresh, by family (domain §5, "Freshness")."""

from models.codes.offer import Family

# Days after which a new confirmation is advised, then required.
FRESH_DAYS = {
    Family.TIG: (60, 120),
    Family.LOGEMENT: (7, 14),
    Family.EMPLOI_FORMATION: (30, 60),
    Family.SANTE: (90, 180),
    Family.STAGE: (14, 30),
}
OTHER_FRESH_DAYS = (180, 240)
# A number of places ages faster than a description, where no family says how fast.
OTHER_FIGURES_DAYS = 90


def figures_hold_days(family: Family) -> int:
    """How many days a reported number of places holds."""
    return FRESH_DAYS[family][0] if family in FRESH_DAYS else OTHER_FIGURES_DAYS
