"""Numbers of organizations: SIRET, RNA, FINESS."""

import re

from stdnum import luhn
from stdnum.fr import siret as siret_number

from exchange.values.wrong import Wrong

SIRET_DIGITS, SIREN_DIGITS = 14, 9
RNA = re.compile(r"W[0-9AB]\d{8}")
FINESS = re.compile(r"\d{9}|2[AB]\d{7}")


def compact(text: str) -> str:
    """Without spaces nor dots, in capitals."""
    return re.sub(r"[\s.\-]", "", text).upper()


def siret(text: str) -> str:
    """Fourteen digits whose key holds; a zero that a spreadsheet dropped is put back."""
    digits = compact(text)
    if not digits.isascii() or not digits.isdigit() or len(digits) not in (13, SIRET_DIGITS):
        raise Wrong("Un SIRET a 14 chiffres.")
    digits = digits.zfill(SIRET_DIGITS)
    if not siret_number.is_valid(digits):
        raise Wrong("La clé de ce SIRET est fausse : un de ses 14 chiffres a été mal recopié.")
    return digits


def rna(text: str) -> str:
    """W and nine digits."""
    number = compact(text)
    if not RNA.fullmatch(number):
        raise Wrong("Un numéro RNA est un W suivi de 9 chiffres.")
    return number


def finess(text: str) -> str:
    """Nine digits whose key holds; those of Corsica hold a letter."""
    number = compact(text)
    number = number.zfill(SIREN_DIGITS) if number.isdigit() else number
    if not FINESS.fullmatch(number):
        raise Wrong("Un numéro FINESS a 9 chiffres (2A ou 2B en tête pour la Corse).")
    if number.isdigit() and not luhn.is_valid(number):
        raise Wrong("La clé de ce numéro FINESS est fausse : un chiffre a été mal recopié.")
    return number
