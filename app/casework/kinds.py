"""The kinds a need may ask for, under their labels."""

from models.codes.families import types_of
from models.codes.offer import Family


def labels(family: Family, kinds: list[str]) -> list[str]:
    """The labels of those of these kinds that the family knows."""
    codes = types_of(family)
    return [codes(kind).label for kind in kinds if kind in codes.__members__]
