"""Sheets set in the tests' own process: the same document, without starting Python each time."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.assets import STATIC
from app.handout import pdf


@contextmanager
def set_here() -> Iterator[None]:
    """What bounds the process of its own is tested in handout/test_document.py, not here."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pdf, "typeset", typeset)
        yield


def typeset(markup: str) -> bytes:
    """The PDF of a document, by the same typesetter."""
    # Its libraries take a second to import: whoever sets no sheet does without them.
    from app.handout import typesetter

    return typesetter.pdf(markup, STATIC)
