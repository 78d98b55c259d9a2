"""The commands of the set-up, and what their end looks like."""

import signal
from collections.abc import Callable
from types import FrameType

from setup import checks, cluster, demo, front, orphans, prepare
from setup.paths import tool
from setup.steps import SetupError, follow, say

STOPPED = 130
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main(arguments: list[str]) -> int:
    """Run one command, and return its exit code once nothing it started is left."""
    _listen()
    try:
        code = _run(arguments[0])
    finally:
        if cluster.release():
            orphans.bury()
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        say("Tout est arrêté.")
    return code


def _run(name: str) -> int:
    try:
        COMMANDS[name]()
    except SetupError as error:
        say(f"Arrêt : {error}")
        return 1
    except KeyboardInterrupt:
        return STOPPED
    return 0


def _listen() -> None:
    orphans.adopt()
    for number in SIGNALS:
        if number is signal.SIGINT or signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)


def _interrupt(number: int, frame: FrameType | None) -> None:
    """Stop once: the second Ctrl-C of an impatient person must not leave processes behind."""
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    say("\nArrêt en cours…")
    raise KeyboardInterrupt


def _prepare() -> None:
    prepare.everything(with_browser=True)
    cluster.ensure_running()
    say("Tout est prêt.")


def _screenshots() -> None:
    prepare.everything(with_browser=True)
    cluster.ensure_running()
    if follow([tool("python"), "-m", "tests.browser.screenshots"]):
        raise SetupError("Les captures d'écran n'ont pas pu être faites.")


def _bench() -> None:
    prepare.everything(with_browser=False)
    cluster.ensure_running()
    if follow([tool("python"), "-m", "bench"]):
        raise SetupError("Des mesures manquent ou dépassent leur budget.")


def _maps() -> None:
    prepare.everything(with_browser=True)
    cluster.ensure_running()
    if follow([tool("python"), "-m", "tests.browser.national"]):
        raise SetupError("Les captures de la carte n'ont pas pu être faites.")


def _relevance() -> None:
    prepare.everything(with_browser=False)
    cluster.ensure_running()
    if follow([tool("python"), "-m", "tests.relevance"]):
        raise SetupError("La recherche ne trouve pas assez souvent ce qui est demandé.")


COMMANDS: dict[str, Callable[[], None]] = {
    "prepare": _prepare,
    "demo": demo.main,
    "test": checks.test,
    "bench": _bench,
    "maps": _maps,
    "relevance": _relevance,
    "check": checks.check,
    "front": front.ensure_built,
    "screenshots": _screenshots,
    "format": checks.tidy,
}
