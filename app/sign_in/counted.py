"""The form that tries a secret: its wrong tries are counted."""

from typing import Any

from flask_security import current_user
from flask_security import forms as theirs

from app.sign_in import throttle


class Counted(theirs.Form):
    """A form that tries a secret: a wrong try is counted, and may have to wait (429)."""

    secret = "password"

    def whose(self) -> str:
        """The e-mail address whose secret is tried."""
        return str(self.owner().email)

    def validate(self, **kwargs: Any) -> bool:
        """Whether the secret is right; an empty one is no try."""
        if not self[self.secret].data:
            return bool(super().validate(**kwargs))
        attempt = throttle.begin(self.whose())
        is_valid = bool(super().validate(**kwargs))
        if is_valid or not self.is_wrong():
            throttle.was_right(attempt)
        else:
            throttle.refused("Mot de passe ou code refusé", getattr(self.owner(), "id", None))
        return is_valid

    def owner(self) -> Any:
        """The account whose secret is tried, if there is one."""
        return getattr(self, "user", None) or current_user

    def is_wrong(self) -> bool:
        """Whether a form that was refused is a wrong try; not when the new password is too weak."""
        return True
