"""The pages of the network."""

from app.network.routes import attention, coverage, export, index, tiles, totals, unmet
from app.network.routes.base import blueprint

__all__ = ["attention", "blueprint", "coverage", "export", "index", "tiles", "totals", "unmet"]
