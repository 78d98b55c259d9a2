"""What the configuration lists by hand stays complete."""

import tomllib

from setup.paths import ROOT

CONTRACT = "Capabilities do not know each other, and stand on what they share"


def test_every_folder_with_pages_is_under_the_contract_of_capabilities():
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    layers = next(c["layers"] for c in linter["contracts"] if c["name"] == CONTRACT)
    named = {name.strip("() ") for layer in layers for name in layer.replace(":", "|").split("|")}

    with_pages = {path.parent.name for path in (ROOT / "app").glob("*/routes*")}

    assert with_pages <= named
