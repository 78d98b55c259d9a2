"""How to reach somebody: telephone, e-mail, web."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from phonenumbers import shortnumberinfo

from exchange.values.wrong import Wrong

UNREADABLE = "Écrivez un numéro comme 04 72 00 00 00."
SEVERAL = re.compile(r"\s+-\s+|[/;|\n]|\bou\b|\bet\b|,")
FIRST_OF_TWENTY = re.compile(r"^(0\d{9})0\d{9}$")
LOST_ZERO = re.compile(r"^[1-9]\d{8}$")
LONGEST = 2_000
# Numbers of ten digits that ring overseas, where the code is not 33 (ARCEP's numbering plan).
OVERSEAS = re.compile(r"0(26[239]|508|59[046]|639|69[0-467])")
OVERSEAS_REGIONS = ("RE", "GP", "GF", "MQ", "YT", "PM")


@lru_cache(maxsize=4096)
def phone(text: str) -> str:
    """The first number told, as +33472000000; 115 and its like stay short."""
    first = next((part for part in SEVERAL.split(text[:200]) if re.search(r"\d", part)), "")
    digits = re.sub(r"[\s.]", "", first)
    digits = FIRST_OF_TWENTY.sub(r"\1", digits)
    digits = f"0{digits}" if LOST_ZERO.match(digits) else digits
    return international(digits)


def international(digits: str) -> str:
    """`+33472000000`, `+262262000000`, or a short number as it is; `Wrong` when none rings."""
    regions = (*OVERSEAS_REGIONS, "FR") if OVERSEAS.match(digits) else ("FR",)
    for region in regions:
        number = _parsed(digits, region)
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        if shortnumberinfo.is_valid_short_number_for_region(number, region):
            return str(number.national_number)
    raise Wrong(f"Ce numéro n'existe pas. {UNREADABLE}")


def _parsed(digits: str, region: str) -> phonenumbers.PhoneNumber:
    try:
        return phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException as error:
        raise Wrong(UNREADABLE) from error


def email(text: str) -> str:
    """As it is written in a header; whether its domain exists is not asked of anybody."""
    written = re.sub(r"^mailto:", "", text.strip(), flags=re.IGNORECASE)[:LONGEST]
    try:
        return validate_email(written, check_deliverability=False).normalized
    except EmailNotValidError as error:
        repaired = re.sub(r"\s|\(at\)|\[at\]", lambda gap: "@" if "at" in gap[0] else "", written)
        raise Wrong(
            "Écrivez une adresse comme accueil@exemple.fr.", _valid_email(repaired)
        ) from error


def _valid_email(text: str) -> str | None:
    try:
        return validate_email(text.replace(",", "."), check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def website(text: str) -> str:
    """A page of the web: https unless said, and never anything else than http."""
    written = text.strip()
    address = written if "://" in written else f"https://{written}"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError as error:  # brackets without an address of IPv6 inside
        raise Wrong("Écrivez une adresse comme https://www.exemple.fr.") from error
    is_web = parts.scheme.lower() in ("http", "https") and "." in host.strip(".")
    if not is_web or re.search(r"\s", address) or len(address) > LONGEST:
        raise Wrong("Écrivez une adresse comme https://www.exemple.fr.")
    return address


def national(number: str) -> str:
    """« 04 72 00 00 00 » of +33472000000: no spreadsheet takes it for a sum."""
    if not number.startswith("+"):
        return number
    parsed = phonenumbers.parse(number)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
