"""The choice of a theme, kept in a cookie that says nothing else, and read on every page."""

from flask import (
    Blueprint,
    Response,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
)

from app.appearance.rules import THEMES, Appearance, chosen

blueprint = Blueprint("appearance", __name__)
COOKIE = "apparence"
AGE_S = 365 * 24 * 3600


@blueprint.post("/apparence")
def choose() -> Response:
    """Keep the choice, and go back to the page; with scripts, only the control is drawn again."""
    choice = chosen(request.form.get("apparence"))
    if request.headers.get("HX-Request"):
        answer = make_response(render_template("appearance/control.html", choice=choice))
    else:
        answer = make_response(redirect(page_before()))
    keep(answer, choice)
    return answer


def keep(answer: Response, choice: Appearance) -> None:
    """Remember it for a year; the automatic one needs no cookie."""
    if choice not in THEMES:
        return answer.delete_cookie(COOKIE, samesite="Lax")
    is_secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    return answer.set_cookie(
        COOKIE, choice, max_age=AGE_S, secure=is_secure, httponly=True, samesite="Lax"
    )


def page_before() -> str:
    """The page of ours the form was on, if it can be asked for again; else the first page."""
    before = request.referrer or ""
    path = before.removeprefix(request.host_url).partition("?")[0]
    is_page = current_app.url_map.bind_to_environ(request.environ).test(f"/{path}", "GET")
    return before if before.startswith(request.host_url) and is_page else "/"


@blueprint.app_template_global()
def appearance_choice() -> Appearance:
    """What this browser asks for; a value we did not write is none."""
    return chosen(request.cookies.get(COOKIE))


@blueprint.app_template_global()
def theme_of(choice: Appearance) -> str:
    """The theme forced on the page: "light", "dark", or nothing."""
    return THEMES.get(choice, "")
