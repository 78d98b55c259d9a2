"""The pages of requests and stays, for the counsellor."""

from app.placements.blueprint import blueprint
from app.placements.routes import answers, hours, requests, stays

__all__ = ["answers", "blueprint", "hours", "requests", "stays"]
