"""Has the sheet set as a tagged PDF, in a process of its own: bounded in time and memory."""

import logging
import subprocess
import sys
from pathlib import Path

from app.assets import STATIC, built_name

log = logging.getLogger(__name__)
TYPESETTER = Path(__file__).with_name("typesetter.py")
LONGEST_S = 10
WEIGHTS = (400, 700)
FOLDER = "node_modules/@fontsource/atkinson-hyperlegible/files"
FONT = f"{FOLDER}/atkinson-hyperlegible-latin-{{}}-normal.woff2"
FACE = (
    "@font-face {{ font-family: 'Atkinson Hyperlegible'; font-weight: {};"
    " src: url('file://{}') format('woff2') }}"
)


class NotSet(Exception):
    """The document could not be set in the time and memory it may take."""


def typeset(markup: str) -> bytes:
    """The PDF of a whole HTML document; raises NotSet."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(TYPESETTER), str(STATIC), str(LONGEST_S)],
            input=markup.encode(),
            capture_output=True,
            timeout=LONGEST_S,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as error:
        log.error("a sheet was not set: %s", type(error).__name__)
        raise NotSet from error
    return done.stdout


def faces() -> str:
    """Our own typeface, if the front end is built; the machine's otherwise."""
    if not (STATIC / "manifest.json").exists():
        return ""
    files = {weight: STATIC / built_name(FONT.format(weight)) for weight in WEIGHTS}
    return "".join(FACE.format(weight, file) for weight, file in files.items())
