"""Renders the pages of Flask-Security; a form sent back with errors answers 422."""

from typing import Any

from flask import make_response, render_template
from flask.wrappers import Response
from wtforms import Form


def render(template: str, **context: Any) -> str | Response:
    """The page, or the text of an e-mail."""
    text = render_template(template, **context)
    if not any(isinstance(value, Form) and value.errors for value in context.values()):
        return text
    return make_response(text, 422)
