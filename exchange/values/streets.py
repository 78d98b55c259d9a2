"""Addresses as the post abbreviates them, written out: « R », « AV », « CHE », « 12 B »."""

import re

from exchange.values.capitals import words

TOKEN = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)
ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
KEPT = frozenset({"BP", "CS", "TSA", "ZA", "ZAC", "ZI", "ZUP", "HLM", "CHU", "CHS", "CCAS"})
# FINESS writes « 15 AV B FOCH » for « 15 bis avenue Foch », and « 64 R GRANDE RUE ».
REPEATED_LATE = re.compile(r"^(\d+) ([A-Z]+) ([BTQ]) (?=\S)")
TWICE_A_STREET = re.compile(r"\bR (?=(?:GRANDE |PETITE )?RUE\b)")


def written_out(address: str) -> str:
    """« 526 R PAUL VERLAINE » → « 526 rue Paul Verlaine », if all in capitals."""
    if not address.isupper():
        return address
    address = TWICE_A_STREET.sub("", REPEATED_LATE.sub(r"\1 \3 \2 ", address))
    seen: list[str] = []

    def spell(found: re.Match[str]) -> str:
        before = address[found.start() - 1] if found.start() else " "
        spelt = _spelt(found[0], seen, before)
        seen.append(found[0])
        return spelt

    spelt = TOKEN.sub(spell, address)
    return spelt[:1].upper() + spelt[1:]


def _spelt(token: str, seen: list[str], before: str) -> str:
    told = words()
    last = seen[-1] if seen else ""
    if token.isdigit() or token in KEPT:
        return token
    if last.isdigit() and token in told["repeated"]:
        return str(told["repeated"][token])
    if token in told["streets"] and _opens(seen):
        return str(told["streets"][token])
    return _word(token, before)


def _opens(seen: list[str]) -> bool:
    """Whether a street type may come here: first of all, or just after the number."""
    return not seen or seen[-1].isdigit() or (seen[-1] in words()["repeated"] and len(seen) == 2)


def _word(token: str, before: str) -> str:
    told = words()
    if token.lower() in told["small"] or (before == "'" and token == "S"):
        return token.lower()
    expanded = told["titles"].get(token) or told["accents"].get(token)
    if expanded:
        return str(expanded).capitalize()
    return token if len(token) > 1 and ROMAN.fullmatch(token) else token.capitalize()
