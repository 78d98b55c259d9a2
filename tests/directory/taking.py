"""Takes the list that is on screen away as a file, and reads it."""

import csv
import io


def taken(browser, extension: str = "csv", **asked):
    """The file, as the browser receives it."""
    answer = browser.open("GET", "directory.share", extension=extension, **asked)
    assert answer.status_code == 200
    return answer


def lines(answer) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    text = answer.data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
