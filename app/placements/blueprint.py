"""The blueprint of requests and stays."""

from flask import Blueprint

blueprint = Blueprint("placements", __name__)
