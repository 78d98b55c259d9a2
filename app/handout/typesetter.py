"""Run as a program: reads one HTML document, writes its PDF, on one page, in the largest type.

It imports nothing of the application, asks nothing of the network, and reads no file but the fonts
of the folder named by its first argument. The second one is how many seconds it may take.
"""

import resource
import sys
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

# Points: large type first (16 is large print), and never under 12.
SIZES = (18, 16, 15, 14, 13, 12)
# Addresses, not pages in memory: fonts and libraries are mapped without being read.
MOST_BYTES = 1_500_000_000


class FontsOnly(URLFetcher):  # type: ignore[misc]
    """Files of one folder, and nothing else."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols={"file"})
        self.folder = folder.resolve()

    def fetch(self, url: str, headers: Any = None) -> Any:
        """The file, or an error that leaves the document without it."""
        path = Path(url.removeprefix("file://")).resolve()
        if not path.is_relative_to(self.folder):
            raise ValueError("not one of our files")
        return super().fetch(url, headers)


def pdf(markup: str, folder: Path) -> bytes:
    """The document at the largest size at which it holds on one page."""
    fonts = FontConfiguration()
    page = HTML(string=markup, url_fetcher=FontsOnly(folder))
    for size in SIZES:
        sized = CSS(string=f"html {{ font-size: {size}pt }}", font_config=fonts)
        set_page = page.render(font_config=fonts, stylesheets=[sized], pdf_variant="pdf/ua-1")
        if len(set_page.pages) == 1:
            break
    written: bytes = set_page.write_pdf(pdf_variant="pdf/ua-1")
    return written


def main() -> None:
    """Within bounds, from one end to the other."""
    seconds = int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    sys.stdout.buffer.write(pdf(sys.stdin.read(), Path(sys.argv[1])))


if __name__ == "__main__":
    main()
