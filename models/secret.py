"""Encrypted columns (AES-GCM, key id in the value) and the keyed digest that finds a name."""

import base64
import hashlib
import hmac
import json
import os
import unicodedata
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


@dataclass
class Keyring:
    """The keys of this process; the first one encrypts, all of them decrypt."""

    keys: dict[str, bytes] = field(default_factory=dict)
    lookup_key: bytes = b""

    def load(self, encryption_keys: str, lookup_key: str) -> None:
        """Read `id:base64[,id:base64…]` and the base64 key of the digests."""
        pairs = (pair.split(":", 1) for pair in encryption_keys.split(","))
        self.keys = {key_id: base64.b64decode(key) for key_id, key in pairs}
        self.lookup_key = base64.b64decode(lookup_key)

    def seal(self, clear: str) -> str:
        """Encrypt under the current key: `id:base64(nonce + ciphertext)`."""
        key_id, key = next(iter(self.keys.items()))
        nonce = os.urandom(12)
        sealed = AESGCM(key).encrypt(nonce, clear.encode(), key_id.encode())
        return f"{key_id}:{base64.b64encode(nonce + sealed).decode()}"

    def open(self, sealed: str) -> str:
        """Decrypt, or raise `InvalidTag` when the value was tampered with."""
        key_id, text = sealed.split(":", 1)
        raw = base64.b64decode(text)
        return AESGCM(self.keys[key_id]).decrypt(raw[:12], raw[12:], key_id.encode()).decode()

    def digest(self, *parts: str) -> str:
        """A keyed digest of normalised words: the same person gives the same digest."""
        folded = "|".join(fold(part) for part in parts)
        return hmac.new(self.lookup_key, folded.encode(), hashlib.sha256).hexdigest()


keyring = Keyring()


def fold(text: str) -> str:
    """Lower case, no accents, single spaces instead of hyphens and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())


class Encrypted(sa.types.TypeDecorator[str]):
    """Text that is only ever stored encrypted."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str | None:
        return None if value is None else keyring.seal(value)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> str | None:
        return None if value is None else keyring.open(value)


class EncryptedFields(sa.types.TypeDecorator[dict[str, str]]):
    """A dictionary of texts, stored encrypted as one value."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str | None:
        return None if value is None else keyring.seal(json.dumps(value))

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> dict[str, str] | None:
        return None if value is None else json.loads(keyring.open(value))
