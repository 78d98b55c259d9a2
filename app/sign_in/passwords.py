"""How strong a password must be (CNIL 2022-100, domain §10.3), and its digest."""

import re
import unicodedata
from typing import Any

from flask_security import hash_password
from flask_security.password_util import PasswordUtil

from app.extensions import security

HELP = (
    "12 caractères avec minuscules, majuscules, chiffres et signes ; ou 14 caractères avec trois"
    " de ces quatre sortes ; ou une phrase de 7 mots différents."
)
TOO_WEAK = f"Ce mot de passe est trop simple. Il faut {HELP}"
TOO_LONG = "Ce mot de passe est trop long : 200 caractères au plus."
LONGEST = 200
WORD = re.compile(r"[^\W\d_]{2,}")


def weakness(password: str) -> str | None:
    """What is wrong with a password, as a sentence; nothing when it is worth 80 bits."""
    text = unicodedata.normalize("NFC", password)
    if len(text) > LONGEST:
        return TOO_LONG
    needed = {4: 12, 3: 14}.get(len({_kind(character) for character in text}))
    is_long = needed is not None and len(text) >= needed and len(set(text)) >= 6
    is_phrase = len(set(WORD.findall(text.casefold()))) >= 7
    return None if is_long or is_phrase else TOO_WEAK


def hashed(password: str) -> str:
    """The digest to store; needs the application."""
    return hash_password(security.password_util.normalize(password))


class StrongPasswords(PasswordUtil):
    """Tells Flask-Security about our rule."""

    def validate(
        self, password: str, is_register: bool, **kwargs: Any
    ) -> tuple[list[str] | None, str]:
        problem = weakness(password)
        return ([problem] if problem else None), self.normalize(password)


def _kind(character: str) -> str:
    if character.isdigit():
        return "digit"
    if not character.isalpha():
        return "sign"
    return "upper" if character.isupper() else "lower"
