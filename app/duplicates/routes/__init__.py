"""The pages of duplicates."""

from app.duplicates.routes import comparing, following, merges, queue, reporting
from app.duplicates.routes.base import blueprint

__all__ = ["blueprint", "comparing", "following", "merges", "queue", "reporting"]
