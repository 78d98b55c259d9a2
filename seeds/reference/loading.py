"""Load the reference data, once for each release, in the caller's transaction."""

from collections.abc import Collection
from typing import Any, cast

import sqlalchemy as sa
from psycopg import Connection, Cursor

from models import basemap, reference
from models.basemap import LoadedRelease
from seeds.reference import drawing, files, tables
from seeds.reference.copying import replace, upsert
from seeds.reference.counts import Counts
from seeds.reference.layers import Layers, department_outlines, draw
from seeds.reference.points import refusals
from seeds.reference.selection import Selection, select

# Raise it when the loader makes other rows out of the same files.
REVISION = 3
WHOLE = "ALL"


def load(connection: sa.Connection, departments: Collection[str] | None = None) -> Counts:
    """Fill the reference schema for some départements, or for all of France when None.

    The caller commits. A second call for the same release and départements changes nothing.
    """
    stored = connection.execute(sa.select(LoadedRelease.__table__)).one_or_none()
    wanted = fingerprint(departments)
    if stored is not None and stored.fingerprint in {wanted, fingerprint(None)}:
        return Counts.of_record(stored.counts)
    selection = select(departments)
    layers = draw(selection)
    with raw(connection).cursor() as cursor:
        counts = Counts(fill(cursor, selection, layers), judged(selection))
    remember(connection, wanted, counts)
    return counts


def raw(connection: sa.Connection) -> Connection[Any]:
    """The psycopg connection underneath, in the same transaction."""
    return cast("Connection[Any]", connection.connection.driver_connection)


def fingerprint(departments: Collection[str] | None) -> str:
    """What tells one load from another."""
    scope = WHOLE if departments is None else ",".join(sorted(departments))
    return f"{files.version()}/{REVISION}/{scope}"


def fill(cursor: Cursor[Any], selection: Selection, layers: Layers) -> dict[str, int]:
    """Put every row in its table, those that are pointed to first."""
    today, outlines = selection.today, department_outlines(layers)
    links = tables.postal_links(today)
    counts = {
        "regions": upsert(cursor, reference.Region, tables.regions()),
        "departments": upsert(
            cursor, reference.Department, tables.departments(selection, outlines)
        ),
        "epcis": upsert(cursor, reference.Epci, tables.epcis()),
        "communes": upsert(cursor, reference.Commune, tables.communes(today)),
        "former_communes": replace(
            cursor, reference.FormerCommune, tables.former_communes(selection.former)
        ),
        "postal_codes": upsert(cursor, reference.PostalCode, tables.postal_codes(links)),
        "town_halls": upsert(cursor, reference.TownHall, tables.town_halls(today)),
        "map_shapes": replace(cursor, basemap.MapShape, drawing.map_shapes(selection, layers)),
    }
    upsert(cursor, reference.CommunePostalCode, links)
    return counts | {"unlocated": sum(entry.point is None for entry in today)}


def judged(selection: Selection) -> dict[str, int]:
    """How many town-hall points were refused, by reason."""
    return refusals([entry.town_hall for entry in selection.today])


def remember(connection: sa.Connection, wanted: str, counts: Counts) -> None:
    """Note what was loaded, and analyse so that the planner knows the tables."""
    release = {
        "source": files.PACKAGE,
        "fingerprint": wanted,
        "counts": counts.to_record(),
    }
    connection.execute(sa.delete(LoadedRelease))
    connection.execute(sa.insert(LoadedRelease), release)
    for table in ("commune", "former_commune", "commune_postal_code", "map_shape"):
        connection.execute(sa.text(f"ANALYZE reference.{table}"))
