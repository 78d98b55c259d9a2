"""The pages of requests and stays, for the counsellor."""

from app.placements.blueprint import blueprint
from app.placements.routes import answers, changed, hours, requests, stays

__all__ = ["answers", "blueprint", "changed", "hours", "requests", "stays"]
