"""Codes and coordinates of places; whether a commune exists is asked of the database, not here."""

import math
import re

from exchange.values.wrong import Wrong

POSTAL = re.compile(r"\d{5}")
INSEE = re.compile(r"(?:\d{2}|2[AB])\d{3}")
DEPARTMENT = re.compile(r"\d{2}|2[AB]|9[78]\d")
CEDEX = re.compile(r"\s*\bcedex\b.*$", re.IGNORECASE)
MOST_LATITUDE, MOST_LONGITUDE = 90, 180


def postal_code(text: str) -> str:
    """Five digits; a zero that a spreadsheet dropped is put back."""
    code = re.sub(r"\s", "", text)
    code = code.zfill(5) if re.fullmatch(r"\d{4}", code) else code
    if not POSTAL.fullmatch(code) or not code.isascii():
        raise Wrong("Un code postal a 5 chiffres.")
    return code


def insee_code(text: str) -> str:
    """A commune of the official code, 2A004 and 97101 included."""
    code = re.sub(r"\s", "", text).upper()
    code = code.zfill(5) if re.fullmatch(r"\d{4}", code) else code
    if not INSEE.fullmatch(code) or not code.isascii():
        raise Wrong("Un code INSEE de commune a 5 caractères, comme 69123, 2A004 ou 97101.")
    return code


def department_code(text: str) -> str:
    """01 to 95, 2A, 2B, 971 and beyond."""
    code = text.strip().upper()
    code = code.zfill(2) if code.isdigit() else code
    if not DEPARTMENT.fullmatch(code) or not code.isascii():
        raise Wrong("Un département s'écrit 01, 69, 2A ou 974.")
    return code


def city(text: str) -> str:
    """Without what the post adds."""
    return CEDEX.sub("", " ".join(text.split()))


def degrees(text: str, most: int) -> float:
    """Decimal degrees, comma or point, within ±most."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError as error:
        raise Wrong("Écrivez des degrés décimaux, comme 45,7578.") from error
    if not math.isfinite(value) or abs(value) > most:
        raise Wrong(f"Une coordonnée va de -{most} à {most} degrés.")
    return value


def latitude(text: str) -> float:
    """Degrees north."""
    return degrees(text, MOST_LATITUDE)


def longitude(text: str) -> float:
    """Degrees east."""
    return degrees(text, MOST_LONGITUDE)
