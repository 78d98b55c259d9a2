"""The pages of saved and recent searches."""

from app.saved.routes import index, keeping, recent, searches, stopping
from app.saved.routes.base import blueprint

__all__ = ["blueprint", "index", "keeping", "recent", "searches", "stopping"]
