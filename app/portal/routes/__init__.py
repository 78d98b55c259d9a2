"""The partner's pages: places, reports, requests, stays, hours."""

from app.portal.blueprint import blueprint
from app.portal.routes import answers, disclosure, hours, places, report, requests, stays

__all__ = ["answers", "blueprint", "disclosure", "hours", "places", "report", "requests", "stays"]
