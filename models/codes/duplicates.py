"""Codes of duplicates: what may be one, what was decided of it, what a merge did to each row."""

from models.base import Code


class Level(Code):
    """Which records are compared and merged."""

    ORGANIZATION = "ORGANIZATION", "Structures"
    SITE = "SITE", "Sites"


class PairState(Code):
    """What became of two records that may be one."""

    PROPOSED = "PROPOSED", "À vérifier"
    DISTINCT = "DISTINCT", "Fiches distinctes"
    MERGED = "MERGED", "Fiches fusionnées"


class Piece(Code):
    """What a merge did to one row, or to one field of the record that stays."""

    ABSORBED = "ABSORBED", "Fiche réunie à une autre"
    MOVED = "MOVED", "Déplacé"
    SET_ASIDE = "SET_ASIDE", "Mis de côté"
    CHANGED = "CHANGED", "Remplacé"
    SECRET = "SECRET", "Adresse confidentielle"
