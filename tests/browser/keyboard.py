"""Somebody who has no mouse: goes from one thing to the next, and sees where they are."""

from playwright.sync_api import Locator, expect

from tests.browser.visiting import Visitor

# More than this and nobody would look any further.
MOST_TABS = 300
IS_FOCUSED = "element => element === document.activeElement"
IS_OUTLINED = """element => {
    const style = getComputedStyle(element);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    return ring || style.boxShadow !== "none";
}"""


def tab_to(visitor: Visitor, target: Locator) -> int:
    """Press Tab until this has the focus, which must be seen; how many times it took."""
    for pressed in range(MOST_TABS):
        if target.evaluate(IS_FOCUSED):
            assert target.evaluate(IS_OUTLINED), "the focus cannot be seen"
            return pressed
        visitor.page.keyboard.press("Tab")
    raise AssertionError(f"never reached: {target}")


def enter(visitor: Visitor, target: Locator) -> None:
    """Reach a link or a button, and press Enter: another page comes."""
    tab_to(visitor, target)
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press("Enter")
    visitor.check()


def suggested(visitor: Visitor, name: str, words: str) -> Locator:
    """Type in the box of this name, which opens a list of suggestions."""
    box = visitor.page.get_by_role("combobox", name=name)
    box.focus()
    visitor.page.keyboard.type(words, delay=20)
    expect(box).to_have_attribute("aria-expanded", "true")
    return box


def ask(visitor: Visitor) -> None:
    """Press Enter in a search: its results are put in the page, where one still is somewhere."""
    with visitor.page.expect_response(lambda answer: "/annuaire" in answer.url):
        visitor.page.keyboard.press("Enter")
    visitor.settle()
    expect(visitor.page.locator(":focus")).not_to_have_count(0)
