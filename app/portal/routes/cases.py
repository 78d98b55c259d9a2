"""What a partner's home adds when Casework is on: requests, stays, hours, disclosures."""

from app.portal.routes import answers, disclosure, hours, requests, stays

__all__ = ["answers", "disclosure", "hours", "requests", "stays"]
