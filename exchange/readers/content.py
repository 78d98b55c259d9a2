"""What the values of a column look like, when its heading says nothing we know."""

import re
from collections.abc import Callable, Mapping, Sequence

from exchange.values import dates, identifiers, places, reach
from exchange.values.kinds import kind_of
from exchange.values.wrong import Wrong

Reads = Callable[[str], object]
ALIKE = 0.8
FRANCE = {"lat": (41.0, 51.5), "lon": (-5.5, 10.0)}
POINT = re.compile(r"-?\d{1,2}[.,]\d+\s*[,;/ ]\s*-?\d{1,3}[.,]\d+")
WEB = re.compile(r"https?://|www\.")
LEAST_DIGITS = 9


def holding(field: str, samples: Mapping[str, Sequence[str]], taken: set[str]) -> str | None:
    """The heading of the column that holds such values, or None when none surely does."""
    # A number of five digits is a postal code more often than an INSEE code.
    if field == "commune_code" and "postal_code" not in taken:
        return None
    shares = {heading: _share(values, FIELDS[field]) for heading, values in samples.items()}
    best = max(shares, key=shares.__getitem__, default=None)
    return best if best is not None and shares[best] >= ALIKE else None


def rather(field: str, values: Sequence[str]) -> str:
    """The field of a heading that means two: a « site » is a place, or an address of the web."""
    is_web = field == "site_name" and _share(values, FIELDS["website"]) >= ALIKE
    return "website" if is_web else field


def _share(values: Sequence[str], reads: Reads) -> float:
    """How much of these values can be read so; none of nothing."""
    return sum(_reads(reads, value) for value in values) / len(values) if values else 0


def _reads(reads: Reads, value: str) -> bool:
    try:
        return bool(reads(value))
    except Wrong:
        return False


def _phone(told: str) -> bool:
    return len(re.sub(r"\D", "", told)) >= LEAST_DIGITS and bool(reach.phone(told))


def _within(side: str) -> Reads:
    least, most = FRANCE[side]

    def reads(told: str) -> bool:
        decimal = re.search(r"\d[.,]\d", told)
        return bool(decimal) and least <= places.degrees(told, 180) <= most

    return reads


# In the order in which they are looked for.
FIELDS: dict[str, Reads] = {
    "siret": identifiers.siret,
    "email": reach.email,
    "phone": _phone,
    "website": lambda told: WEB.match(told) and reach.website(told),
    "point": POINT.fullmatch,
    "lat": _within("lat"),
    "lon": _within("lon"),
    "postal_code": lambda told: len(told) == 5 and places.postal_code(told),
    "commune_code": lambda told: len(told) == 5 and places.insee_code(told),
    "updated_on": dates.day,
    "kind": lambda told: kind_of(told, None),
}
