"""Guard 4: every template compiles, and uses what it imports."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
IMPORT = re.compile(r"{%-? from \"[^\"]+\" import ([^%]+?) -?%}")


@pytest.mark.parametrize("name", NAMES)
def test_a_template_compiles_and_uses_what_it_imports(app, name):
    app.jinja_env.get_template(name)
    source = (TEMPLATES / name).read_text()

    imported = [
        one.split(" as ")[-1].replace("with context", "").strip()
        for group in IMPORT.findall(source)
        for one in group.split(",")
    ]

    rest = IMPORT.sub("", source)
    assert [one for one in imported if not re.search(rf"\b{one}\b", rest)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_template_stays_short(name):
    assert len((TEMPLATES / name).read_text().splitlines()) <= 80
