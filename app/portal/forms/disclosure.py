"""The code received by e-mail."""

from typing import Any

from flask_wtf import FlaskForm

from app.fields import Line


class CodeForm(FlaskForm):
    """Six digits; spaces typed between them do not matter."""

    code = Line("Code reçu par courriel", 20, required="Écrivez le code à six chiffres.")

    @property
    def digits(self) -> str:
        """What was typed, without spaces."""
        typed: Any = self.code.data or ""
        return "".join(str(typed).split())
