"""Checks that every link of the built site to a page or a place of the site leads somewhere.

    python docs/_ext/links.py docs/_build/html

prints the links that do not, and then exits with status 1.
"""

from __future__ import annotations

import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Page(HTMLParser):
    """The places of a page, and where it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in ("href", "src", "xlink:href") and value:
                self.links.append(value)


@cache
def read(path: Path) -> _Page:
    """A page."""
    page = _Page()
    page.feed(path.read_text("utf-8"))
    return page


def broken_links(site: Path) -> list[str]:
    """The links of all pages of a site that lead nowhere, each with its page."""
    return [
        f"{path.relative_to(site)}: {link}"
        for path in sorted(site.rglob("*.html"))
        # viewcode names some classes by another module than their page does
        if "_modules" not in path.parts
        for link in read(path).links
        if not _leads_somewhere(site, path, link)
    ]


def _leads_somewhere(site: Path, page: Path, link: str) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    path = unquote(parts.path)
    base = site if path.startswith("/") else page.parent
    target = base / path.lstrip("/") if path else page
    if target.is_dir():
        target /= "index.html"
    if not target.exists():
        return False
    place = unquote(parts.fragment)
    return not place or target.suffix != ".html" or place in read(target).ids


def main() -> int:
    """Check the site whose folder the command line names."""
    site = Path(sys.argv[1])
    broken = broken_links(site)
    sys.stdout.write("".join(f"{link}\n" for link in broken))
    sys.stdout.write(
        f"{sum(len(read(p).links) for p in site.rglob('*.html'))} links, {len(broken)} broken\n"
    )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
