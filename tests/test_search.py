"""The search of the built site finds Chinese words, in a browser; `nox -s browser` builds it."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

SITE = Path(__file__).parents[1] / "docs" / "_build" / "html"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.skipif(not (SITE / "search.html").exists(), reason="the site is not built"),
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def address() -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(SITE))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("依申请", "reference/forms/F2014.html"),
        ("勾稽", "zh/rules/GIK304.html"),
        ("结转下年度继续办理", "reference/forms/F2021.html"),
        ("快速入门", "zh/index.html"),
        ("with_aliases", "howto/wordings.html"),
    ],
)
def test_search_finds(address: str, query: str, page: str) -> None:
    links = found(address, query)
    assert any(f"/{page}" in link for link in links)


@pytest.mark.parametrize("query", ["依申请", "勾稽", "结转"])
def test_the_glossary_comes_first(address: str, query: str) -> None:
    first, second, *_ = found(address, query)
    assert "glossary.html" in first
    assert "glossary.html" in second


def found(address: str, query: str) -> list[str]:
    """The links that the search page shows, in order."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_page()
        errors: list[str] = []
        opened.on("pageerror", lambda error: errors.append(str(error)))
        opened.goto(f"{address}/search.html?q={query}")
        opened.wait_for_selector("#search-results .search-summary:has-text('found')")
        opened.wait_for_selector("#search-results li a")
        results = opened.locator("#search-results li > a")
        links: list[str] = results.evaluate_all("all => all.map(a => a.href)")
        browser.close()
    assert not errors
    return links


def test_search_finds_nothing_where_there_is_nothing(address: str) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_page()
        opened.goto(f"{address}/search.html?q=鲸鱼")
        opened.wait_for_selector("#search-results .search-summary:has-text('did not match')")
        browser.close()
