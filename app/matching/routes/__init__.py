"""Find a place for a need, look at one closely, hold it."""

from app.matching.routes import holding, looking
from app.matching.routes.base import blueprint

__all__ = ["blueprint", "holding", "looking"]
