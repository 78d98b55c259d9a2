"""Sets the hard spaces of French typography in what people read, once, on the way out."""

import re

from flask import Flask, Response

TAG = re.compile(r"(<[^>]*>)")
BEFORE = re.compile(r"(?:^|(?<=\S)) (?=[:;?!»](?:[\s<]|$))")
AFTER = re.compile(r"« (?=\S)")
# What is typed, or read by a program, stays as it is.
LEFT_ALONE = ("textarea", "script", "style", "pre")
HARD = "\u00a0"


def typeset(text: str) -> str:
    """One piece of text, with hard spaces before : ; ? ! » and after «."""
    return AFTER.sub(f"«{HARD}", BEFORE.sub(HARD, text))


def typeset_markup(markup: str) -> str:
    """The same between the tags of a page."""
    pieces, closing = TAG.split(markup), ""
    for number, piece in enumerate(pieces):
        if number % 2:
            closing = _closing(piece, closing)
        elif not closing:
            pieces[number] = typeset(piece)
    return "".join(pieces)


def _closing(tag: str, awaited: str) -> str:
    """The end tag awaited before text may be touched again; empty when none is."""
    if awaited:
        return "" if tag.lower().startswith(awaited) else awaited
    name = re.split(r"[\s>]", tag[1:], maxsplit=1)[0].lower()
    return f"</{name}" if name in LEFT_ALONE else ""


def set_spaces(response: Response) -> Response:
    """Set the pages; files and data are left alone."""
    if response.mimetype == "text/html" and not response.is_streamed:
        response.set_data(typeset_markup(response.get_data(as_text=True)))
    return response


def init_app(app: Flask) -> None:
    """Set every page on its way out."""
    app.after_request(set_spaces)
