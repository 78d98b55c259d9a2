"""Routes of the sheet; those of a stay are added with Casework."""

from app.handout.routes import offers
from app.handout.routes.base import blueprint

__all__ = ["blueprint", "offers"]
