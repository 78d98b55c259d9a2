"""The pages of the network."""

from app.network.routes import export, index
from app.network.routes.base import blueprint

__all__ = ["blueprint", "export", "index"]
