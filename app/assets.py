"""Finds what Vite built: the name written in assets/ becomes the address of the hashed file."""

import json
import logging
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, g, url_for

STATIC = Path(__file__).parent / "static"
log = logging.getLogger(__name__)


@cache
def _read(manifest: Path, modified_at: float) -> dict[str, Any]:
    """The manifest, read once per build."""
    chunks: dict[str, Any] = json.loads(manifest.read_text())
    return chunks


def built_name(name: str, static: Path = STATIC) -> str:
    """The built file for a source such as "assets/main.js"; an unknown name is a KeyError.

    Before any front-end build the name is returned as it is: pages then work without style.
    """
    manifest = static / "manifest.json"
    if not manifest.exists():
        log.warning("the front end is not built: run make front")
        return name
    chunk = _read(manifest, manifest.stat().st_mtime)[name]
    return str(chunk["file"])


def asset(name: str) -> str:
    """The address of a built asset, for templates; looked for once a page, which has many icons."""
    known: dict[str, str] = g.setdefault("assets", {})
    if name not in known:
        known[name] = url_for("static", filename=built_name(name))
    return known[name]


def init_app(app: Flask) -> None:
    """Give templates asset()."""
    app.jinja_env.globals["asset"] = asset
