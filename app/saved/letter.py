"""The e-mail that says there is something new: neutral, without any name, and how to stop it."""

import hmac
import re
from urllib.parse import urlsplit

from flask import current_app, render_template

from models.secret import keyring

SUBJECT = "Du nouveau pour vous sur Maillage"
STOPS = "arret des messages"


def body(account_id: int, *, news: int, home_url: str) -> str:
    """What is written; `news` is how many offers are new, at every search together."""
    here = urlsplit(home_url)
    to = current_app.url_map.bind(here.netloc, url_scheme=here.scheme)
    return render_template(
        "emails/news.txt",
        news=news,
        link=to.build("saved.index", force_external=True),
        stop_link=to.build("saved.stop", {"signed": token_for(account_id)}, force_external=True),
    )


def token_for(account_id: int) -> str:
    """Names an account in a link that nobody else can write; it says nothing of who it is."""
    return f"{account_id}-{keyring.digest(STOPS, str(account_id))}"


def account_in(token: str) -> int | None:
    """The account such a link names; None when it is not ours."""
    number = token.partition("-")[0]
    if not re.fullmatch(r"[1-9][0-9]{0,17}", number):
        return None
    is_ours = hmac.compare_digest(token.encode(), token_for(int(number)).encode())
    return int(number) if is_ours else None
