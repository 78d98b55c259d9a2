"""Sets the hard spaces of French typography in what people read, once, on the way out."""

import re
from collections.abc import Iterator

from flask import Flask, Response

HARD = "\u00a0"
# Before : ; ? ! » and after «. There are few of them: pages are not cut at each of their tags.
SOFT = re.compile(r" (?:(?<=\S )(?=[:;?!»](?:[\s<]|$))|(?<=« )(?=[^\s<]))")
# What is typed, or read by a program, stays as it is, even when its end is missing.
LEFT_ALONE = re.compile(
    r"<(textarea|script|style|pre)(?=[\s>])(?:.*?</\1|.*)", re.DOTALL | re.IGNORECASE
)


def typeset_markup(markup: str) -> str:
    """A page with hard spaces between its tags."""
    return "".join(_pieces(markup))


def _pieces(markup: str) -> Iterator[str]:
    start, alone = 0, [found.span() for found in LEFT_ALONE.finditer(markup)]
    for found in SOFT.finditer(markup):
        at = found.start()
        if not _is_in_a_tag(markup, at) and not any(first < at < last for first, last in alone):
            yield markup[start:at]
            yield HARD
            start = found.end()
    yield markup[start:]


def _is_in_a_tag(markup: str, at: int) -> bool:
    """A tag was opened that is not closed yet, and will be."""
    opened = markup.rfind("<", 0, at)
    return opened > markup.rfind(">", 0, at) and markup.find(">", at) >= 0


def set_spaces(response: Response) -> Response:
    """Set the pages; files and data are left alone."""
    if response.mimetype == "text/html" and not response.is_streamed:
        response.set_data(typeset_markup(response.get_data(as_text=True)))
    return response


def init_app(app: Flask) -> None:
    """Set every page on its way out."""
    app.after_request(set_spaces)
