"""Headers of every answer: nothing inline, nothing from elsewhere, nothing kept of case pages."""

from http import HTTPStatus

from flask import Flask, Response, current_app, request
from werkzeug.middleware.proxy_fix import ProxyFix

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
    " frame-ancestors 'none'; form-action 'self'"
)
# The page that may draw an operator's style, and what is asked of the worker that draws it there:
# a worker obeys the policy of its own script, not that of its page.
NETWORK_MAP = "network.index"
NETWORK_WORKER = {"carte": "reseau"}
CACHEABLE = frozenset({"static", "basemap", "network.tile", "network.coverage_tile"})


def secure(response: Response) -> Response:
    """Add the security headers; pages are never kept by the browser."""
    response.headers["Content-Security-Policy"] = content_security_policy()
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=()"
    if not may_be_kept(response):
        response.headers["Cache-Control"] = "no-store"
    return response


def may_be_kept(response: Response) -> bool:
    """Whether a browser may: files and tiles, never their refusals nor the way to sign in."""
    is_told = response.status_code < HTTPStatus.MULTIPLE_CHOICES
    is_known = response.status_code == HTTPStatus.NOT_MODIFIED
    return (is_told or is_known) and bool({request.blueprint, request.endpoint} & CACHEABLE)


def content_security_policy() -> str:
    """The strict policy; on the network map, also the host of the operator's style."""
    also = current_app.config["NETWORK_MAP_ORIGIN"]
    if not also or not draws_the_network():
        return CONTENT_SECURITY_POLICY
    images = f"img-src 'self' data: {also}"
    widened = f"{images}; connect-src 'self' {also}; font-src 'self' {also}"
    return CONTENT_SECURITY_POLICY.replace("img-src 'self' data:", widened)


def draws_the_network() -> bool:
    """Whether this is the page of the network map, or the worker it asked for."""
    is_worker = request.endpoint == "static" and request.args.to_dict() == NETWORK_WORKER
    return is_worker or request.endpoint == NETWORK_MAP


def init_app(app: Flask) -> None:
    """Put the headers on every answer, and believe the proxies the operator names."""
    if proxies := app.config["TRUSTED_PROXIES"]:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies
        )
    app.after_request(secure)
