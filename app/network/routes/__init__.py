"""The pages of the network."""

from app.network.routes import attention, export, index, tiles, totals
from app.network.routes.base import blueprint

__all__ = ["attention", "blueprint", "export", "index", "tiles", "totals"]
