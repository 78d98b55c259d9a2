"""The kinds of offers of every family, under their labels."""

from models.codes.families import types_of
from models.codes.offer import Family

TYPE_LABELS = {code.value: code.label for family in Family for code in types_of(family)}
