"""The pages of imports."""

from app.imports.routes import columns, correcting, deciding, ending, lines, showing, uploading
from app.imports.routes.base import blueprint

__all__ = [
    "blueprint",
    "columns",
    "correcting",
    "deciding",
    "ending",
    "lines",
    "showing",
    "uploading",
]
