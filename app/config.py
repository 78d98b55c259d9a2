"""Settings of one process, typed, read once from the environment."""

from functools import cache
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import StringConstraints, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

# What stands before the path is written in a header, so nothing else may be in it.
StyleUrl = Annotated[str, StringConstraints(pattern=r"^(https://[A-Za-z0-9.-]+(:\d+)?/\S*)?$")]

# What no operator decides.
ALWAYS = {
    "MAX_CONTENT_LENGTH": 2_000_000,
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_SAMESITE": "Lax",
    "PERMANENT_SESSION_LIFETIME": 8 * 3600,
    "WTF_CSRF_TIME_LIMIT": 4 * 3600,
}


class Settings(BaseSettings):
    """What the operator decides; `.maillage/env` holds what the set-up made."""

    model_config = SettingsConfigDict(env_file=".maillage/env", extra="ignore")

    database_url: str
    worker_database_url: str = ""
    secret_key: str
    password_salt: str
    encryption_keys: str
    lookup_key: str
    totp_key: str
    casework: Literal["on", "off"] = "on"
    search_engine: Literal["postgresql", "meilisearch"] = "postgresql"
    meili_url: str = ""
    meili_key: str = ""
    demo: Literal["on", "off"] = "off"
    mail_host: str = ""
    mail_sender: str = "ne-pas-repondre@localhost"
    is_cookie_secure: bool = True
    trusted_hosts: str = "localhost,127.0.0.1"
    # Reverse proxies in front of us: whose word on address, host and scheme is believed.
    trusted_proxies: int = 0
    # A MapLibre style for the network map alone; without one, our own base map.
    network_map_style_url: StyleUrl = ""
    # A folder of languages of the sheet for the person, beside ours.
    handout_languages: str = ""

    @model_validator(mode="after")
    def _says_where(self) -> "Settings":
        if self.search_engine == "meilisearch" and not self.meili_url:
            raise ValueError("MEILI_URL is needed with SEARCH_ENGINE=meilisearch")
        return self

    @property
    def has_casework(self) -> bool:
        """Whether this process serves case data at all (design §2)."""
        return self.casework == "on"

    @property
    def is_demo(self) -> bool:
        """Whether every page says that the data is fictional."""
        return self.demo == "on"

    def for_worker(self) -> "Settings":
        """The same settings under the worker's database role."""
        return self.model_copy(update={"database_url": self.worker_database_url})

    def engine(self) -> dict[str, Any]:
        """A connection lost is opened again; errors do not say the values of a row."""
        return {
            "url": self.database_url,
            "pool_pre_ping": True,
            "hide_parameters": True,
            "connect_args": {"connect_timeout": 5},
        }

    @property
    def network_map_origin(self) -> str:
        """The one other host that the page of the network map may ask, if any."""
        host = urlsplit(self.network_map_style_url).netloc
        return f"https://{host}" if host else ""

    def hosts(self) -> list[str] | None:
        """The names we answer to: a link sent by e-mail bears the name we were asked under."""
        return None if self.is_demo else [name.strip() for name in self.trusted_hosts.split(",")]

    def to_flask(self) -> dict[str, Any]:
        """What Flask and its extensions read; the sign-in's own settings are in `sign_in`."""
        return {
            "SECRET_KEY": self.secret_key,
            "SQLALCHEMY_ENGINES": {"default": self.engine()},
            "TRUSTED_HOSTS": self.hosts(),
            "TRUSTED_PROXIES": self.trusted_proxies,
            "DEMO": self.is_demo,
            "SEARCH_ENGINE": self.search_engine,
            "MEILI_URL": self.meili_url,
            "MEILI_KEY": self.meili_key,
            "NETWORK_MAP_STYLE_URL": self.network_map_style_url,
            "HANDOUT_LANGUAGES": self.handout_languages,
            "NETWORK_MAP_ORIGIN": self.network_map_origin,
            "MAIL_HOST": self.mail_host,
            "MAIL_SENDER": self.mail_sender,
            # The demonstration is served over plain HTTP, to this machine alone.
            "SESSION_COOKIE_SECURE": self.is_cookie_secure and not self.is_demo,
            "SECURITY_PASSWORD_SALT": self.password_salt,
            "SECURITY_TOTP_SECRETS": {"1": self.totp_key},
            **ALWAYS,
        }


@cache
def settings() -> Settings:
    """The settings of this process."""
    return Settings()
