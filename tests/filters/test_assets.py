"""Built files are found by the name they have in assets/."""

import json

import pytest

from app.assets import built_name


def test_the_name_in_assets_gives_the_hashed_file(tmp_path):
    manifest = {"assets/main.js": {"file": "assets/main-abc.js"}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))

    assert built_name("assets/main.js", tmp_path) == "assets/main-abc.js"


def test_a_misspelt_name_is_an_error(tmp_path):
    (tmp_path / "manifest.json").write_text("{}")

    with pytest.raises(KeyError):
        built_name("assets/mian.js", tmp_path)


def test_pages_still_work_before_any_build(tmp_path):
    assert built_name("assets/main.js", tmp_path) == "assets/main.js"
