"""Guard 3: every page parses strictly, has a title, unique ids and labelled fields."""

from collections import Counter
from xml.etree.ElementTree import Element

import html5lib

NAMED_BY_THEMSELVES = frozenset({"hidden", "submit", "button", "reset", "image"})


def check(markup: str, *, is_fragment: bool = False) -> None:
    """Raise AssertionError with what is wrong with a page."""
    parser = html5lib.HTMLParser(strict=not is_fragment, namespaceHTMLElements=False)
    tree = parser.parse(markup)
    ids = Counter(node.get("id") for node in tree.iter() if node.get("id"))
    repeated = [name for name, count in ids.items() if count > 1]
    assert not repeated, f"repeated ids: {repeated}"
    assert not inline(tree), f"inline style or script: {inline(tree)}"
    assert not unlabelled(tree), f"fields without a label: {unlabelled(tree)}"
    if not is_fragment:
        title = tree.findtext("head/title") or ""
        assert title.strip(" –"), "the page has no title"
        assert not title.startswith(" –"), "the page has no title of its own"
        assert tree.find(".//h1") is not None, "the page has no first-level heading"


def inline(tree: Element) -> list[str]:
    """What our Content-Security-Policy would refuse."""
    styled = [node.tag for node in tree.iter() if node.get("style") is not None]
    handlers = [n.tag for n in tree.iter() for name in n.attrib if name.startswith("on")]
    scripts = [n.tag for n in tree.iter("script") if n.get("src") is None and is_run(n)]
    return styled + handlers + scripts


def is_run(script: Element) -> bool:
    """A data block (type application/json) is not a program."""
    return "json" not in (script.get("type") or "")


def unlabelled(tree: Element) -> list[str]:
    """Fields that a screen reader could not name."""
    labelled = {node.get("for") for node in tree.iter("label")}
    inside = {id(field) for label in tree.iter("label") for field in label.iter()}
    return [
        field.get("name") or field.tag
        for tag in ("input", "select", "textarea")
        for field in tree.iter(tag)
        if field.get("type") not in NAMED_BY_THEMSELVES
        and field.get("id") not in labelled
        and id(field) not in inside
        and not (field.get("aria-label") or field.get("aria-labelledby"))
    ]
