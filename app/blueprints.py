"""Which capabilities this process serves; without casework, those of the Directory alone."""

from importlib import import_module

from flask import Flask

DIRECTORY = (
    "health",
    "appearance",
    "accounts",
    "directory",
    "duplicates",
    "geocode",
    "handout",
    "imports",
    "basemap",
    "mail",
    "home",
    "network",
    "portal",
    "saved",
    "favourites",
    "vocabulary",
)
CASEWORK = ("casework", "matching", "placements")
# Routes that Casework adds to blueprints of the Directory; imported before they are registered.
ADDED_BY_CASEWORK = ("app.handout.routes.cases", "app.portal.routes.cases")
JOBS = ("claims", "directory", "duplicates", "imports", "mail", "network", "saved", "searching")
CASEWORK_JOBS = ("placements",)


def register(app: Flask, *, has_casework: bool) -> None:
    """Register the blueprint of each capability."""
    if has_casework:
        for name in ADDED_BY_CASEWORK:
            import_module(name)
    for name in DIRECTORY + (CASEWORK if has_casework else ()):
        app.register_blueprint(import_module(f"app.{name}.routes").blueprint)


def load_jobs(*, has_casework: bool) -> None:
    """Import the modules whose jobs the worker runs; importing one schedules them."""
    for name in JOBS + (CASEWORK_JOBS if has_casework else ()):
        import_module(f"app.{name}.jobs")
