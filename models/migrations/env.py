"""Runs the migrations as the owner of the database."""

import os
from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from geoalchemy2 import alembic_helpers

import models  # noqa: F401  (registers every table)
from models.base import Base, CodeList, CodeType

OURS = {"reference", "accounts", "directory", "casework", "audit"}


def include_name(name: str | None, kind: str, parents: Any) -> bool:
    """Leave PostGIS's and Procrastinate's own schemas alone."""
    return name in OURS if kind == "schema" else True


def render_item(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    """Coded columns are plain text in the database; points are GeoAlchemy2's."""
    if kind == "type" and isinstance(item, CodeType):
        return "sa.String(40)"
    if kind == "type" and isinstance(item, CodeList):
        return "sa.ARRAY(sa.Text())"
    if kind == "type" and type(item).__module__ == "models.secret":
        return "sa.Text()"
    rendered: str | Literal[False] = alembic_helpers.render_item(  # type: ignore[no-untyped-call]
        kind, item, autogen
    )
    return rendered


def run() -> None:
    """Apply or compare the migrations inside one transaction."""
    url = context.config.get_main_option("sqlalchemy.url") or os.environ["OWNER_DATABASE_URL"]
    engine = sa.create_engine(
        url,
        poolclass=sa.pool.NullPool,
        connect_args={"options": "-c lock_timeout=2s -c search_path=public"},
    )
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            include_schemas=True,
            include_name=include_name,
            include_object=alembic_helpers.include_object,
            process_revision_directives=alembic_helpers.writer,
            render_item=render_item,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
