"""The extensions of the application, made once and bound to it in `create_app`."""

from flask_security.core import Security
from flask_sqlalchemy_lite import SQLAlchemy
from flask_wtf import CSRFProtect

from app.acting import ActingSession

db = SQLAlchemy(session_options={"class_": ActingSession})
csrf = CSRFProtect()
security = Security()
