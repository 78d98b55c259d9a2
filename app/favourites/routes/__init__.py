"""The pages of favourites and notes."""

from app.favourites.routes import index, notes, stars
from app.favourites.routes.base import blueprint

__all__ = ["blueprint", "index", "notes", "stars"]
