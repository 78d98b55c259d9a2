"""Run in a process of its own: opens the pages named on its input, and prints what came."""

import json
import sys

from app import create_app
from tests.pages import check


def main() -> None:
    """Open each page as its account, parse it strictly, print every status and endpoint."""
    app = create_app()
    app.config.update(TESTING=True)
    asked = json.load(sys.stdin)
    pages = [(one["who"], one["page"], status(app.test_client(), one)) for one in asked]
    endpoints = sorted(app.view_functions)
    sys.stdout.write(json.dumps({"pages": pages, "endpoints": endpoints}))


def status(client, one) -> int:
    """The status of one page; a page that answers is well formed."""
    with client.session_transaction() as cookie:
        cookie["_user_id"] = one["key"]
        cookie["_fresh"] = True
        cookie["account_id"] = one["id"]
    answer = client.get(one["page"])
    if answer.status_code == 200:
        check(answer.text)
    return int(answer.status_code)
