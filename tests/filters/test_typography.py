"""Hard spaces are set in what people read, never in what they typed."""

import pytest

from app.typography import typeset_markup


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<p>Motif : complet</p>", "<p>Motif\u00a0: complet</p>"),
        ("<p>Vraiment ?</p>", "<p>Vraiment\u00a0?</p>"),
        ("<p>« Annuler »</p>", "<p>«\u00a0Annuler\u00a0»</p>"),
        ("<b>Motif</b> : complet", "<b>Motif</b>\u00a0: complet"),
        ('<input value="a : b">', '<input value="a : b">'),
        ("<textarea>a : b</textarea> c : d", "<textarea>a : b</textarea> c\u00a0: d"),
        ("<p>12:30 et http://exemple.fr</p>", "<p>12:30 et http://exemple.fr</p>"),
    ],
)
def test_spaces_are_set_between_tags_only(written, read):
    assert typeset_markup(written) == read
