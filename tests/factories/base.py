"""The mother of every factory: rows are flushed at once, in the test's session."""

from factory.alchemy import SQLAlchemyModelFactory


class Factory(SQLAlchemyModelFactory):
    """Flushes each row, so that ids and constraints are real."""

    class Meta:
        abstract = True
        sqlalchemy_session_persistence = "flush"
