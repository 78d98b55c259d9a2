"""The partner's places and reports; its requests and stays join them in `cases`."""

from app.portal.blueprint import blueprint
from app.portal.routes import places, report

__all__ = ["blueprint", "places", "report"]
