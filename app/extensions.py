"""The extensions of the application, made once and bound to it in `create_app`."""

from inspect import iscoroutinefunction

from flask.sansio.app import App
from flask_security.core import Security
from flask_sqlalchemy_lite import SQLAlchemy
from flask_wtf import CSRFProtect

from app.acting import ActingSession


class Database(SQLAlchemy):
    """The engine and the sessions of the application, none of them asynchronous."""

    def init_app(self, app: App) -> None:
        """Closing asynchronous sessions, which nobody opens, took each request a thread."""
        super().init_app(app)
        closing = app.teardown_appcontext_funcs
        app.teardown_appcontext_funcs = [one for one in closing if not iscoroutinefunction(one)]


# A session asked again after its end would hold a connection that nobody gives back: it refuses.
db = Database(session_options={"class_": ActingSession, "close_resets_only": False})
csrf = CSRFProtect()
security = Security()
