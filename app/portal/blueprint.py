"""The blueprint of the partner's home."""

from flask import Blueprint

blueprint = Blueprint("portal", __name__)
