"""Where the set-up finds the project and keeps what it makes."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATE = ROOT / ".maillage"
LOGS = STATE / "logs"
ENV_FILE = STATE / "env"
VENV = ROOT / ".venv"


def make_state() -> None:
    """Create the private folder, closed to other accounts of the machine."""
    STATE.mkdir(mode=0o700, exist_ok=True)
    LOGS.mkdir(exist_ok=True)


def tool(name: str) -> str:
    """The path of a command installed by the lock file."""
    return str(VENV / "bin" / name)
