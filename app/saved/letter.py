"""The e-mail that says there is something new: neutral, without any name, and how to stop it."""

from urllib.parse import urlsplit

from flask import current_app, render_template
from itsdangerous import BadSignature, URLSafeSerializer

SUBJECT = "Du nouveau pour vous sur Maillage"
SALT = "arret-des-messages"


def body(account_id: int, *, news: int, home_url: str) -> str:
    """What is written; `news` is how many offers are new, at every search together."""
    here = urlsplit(home_url)
    to = current_app.url_map.bind(here.netloc, url_scheme=here.scheme)
    return render_template(
        "emails/news.txt",
        news=news,
        link=to.build("saved.index", force_external=True),
        stop_link=to.build("saved.stop", {"token": token_for(account_id)}, force_external=True),
    )


def token_for(account_id: int) -> str:
    """Names an account in a link that nobody else can write."""
    return str(_signer().dumps(account_id))


def account_in(token: str) -> int | None:
    """The account such a link names; None when it is not ours."""
    try:
        named = _signer().loads(token)
    except BadSignature:
        return None
    return named if isinstance(named, int) else None


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt=SALT)
