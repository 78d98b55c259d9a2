"""Two people correct one record: the second one is told, and keeps what they typed."""

import hashlib

from flask import request
from flask_wtf import FlaskForm

CHANGED = (
    "Rien n'est enregistré : quelqu'un a corrigé cette fiche entre-temps. Son historique dit ce"
    " qui a changé. Vérifiez ce que vous aviez écrit, puis enregistrez de nouveau."
)
# The token and the key of a form are new each time.
OF_THE_FORM = ("csrf_token", "key")
# A point may be written otherwise than it was typed: that of the commune, for want of a better one.
PLACED = (*OF_THE_FORM, "lon", "lat")


def version(form: FlaskForm, but: tuple[str, ...] = OF_THE_FORM) -> str:
    """A digest of a record as its form shows it."""
    said = [(field.name, str(field.data or "")) for field in form if field.name not in but]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]


def is_late(as_it_is: FlaskForm, typed: FlaskForm) -> bool:
    """Whether the form sent was made from another record than the one that is there now.

    Sent twice, it finds what it wrote itself: that is no change of somebody else.
    """
    seen = request.form.get("vu")
    if not seen or seen == version(as_it_is):
        return False
    return version(as_it_is, PLACED) != version(typed, PLACED)
