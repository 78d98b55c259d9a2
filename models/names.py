"""Names as they are typed, kept by the database beside the names themselves."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import mapped_column

# Written as PostgreSQL writes them back, or Alembic would see a difference.
NAME_AND_ACRONYM = "legal_name || ' '::text || COALESCE(acronym, ''::text)"
PUBLIC_NAME = "CASE WHEN NOT is_confidential THEN name ELSE NULL::text END"


def folded_name(name: str) -> Any:
    """A column computed from this SQL: folded as offers are, with a space before each word."""
    key = sa.Computed(f"' '::text || directory.folded({name})", persisted=True)
    return mapped_column(key, deferred=True)
