"""Commands of the operator, who is told in a sentence that the database is not there."""

from typing import Any

import click
from flask.cli import AppGroup
from sqlalchemy.exc import OperationalError

NO_DATABASE = (
    "La base de données ne répond pas : démarrez-la (make demo la démarre), "
    "ou vérifiez DATABASE_URL."
)


class Commands(AppGroup):
    """A group of commands."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run one of them; a server that cannot be reached has no SQLSTATE to give."""
        try:
            return super().invoke(ctx)
        except OperationalError as error:
            if getattr(error.orig, "sqlstate", None) is not None:
                raise
            raise click.ClickException(NO_DATABASE) from error
