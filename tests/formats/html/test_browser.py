"""The page in a real browser: no complaint on the console, and every click arrives.

Needs playwright (`pip install playwright`, without its browsers) and a Chromium of this machine.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import gikparse

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")

HOSTILE = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens the page of a report, and in the end holds it to have made no complaint."""
    complaints: list[str] = []
    asked: list[str] = []
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    def opened(report: gikparse.Report) -> Any:
        path = tmp_path / "page.html"
        path.write_text(gikparse.to_html(report, gikparse.check(report)), "utf-8")
        page.goto(path.as_uri())
        return page

    yield opened
    context.close()
    assert not complaints
    assert all(url.startswith("file:") for url in asked)
    assert len(asked) == 1


def is_seen(page: Any, selector: str) -> bool:
    box = page.locator(selector).bounding_box()
    return box is not None and 0 <= box["y"] <= 900


@pytest.mark.parametrize("name", ["f2014.txt", "flat2021.txt"])
def test_a_click_on_a_finding_goes_to_its_place_and_back(
    name: str, examples: Path, open_page: Any
) -> None:
    page = open_page(gikparse.load(examples / name))
    assert not is_seen(page, "#at-f1 + a")
    page.click("#f1 > a")
    page.wait_for_selector(".mark.current[data-marks~=f1]")
    assert is_seen(page, "#at-f1 + a")
    page.evaluate("location.hash = ''")
    page.click("#at-f1 + a")
    page.wait_for_selector("li.current#f1")
    assert is_seen(page, "#f1")


def test_a_click_on_a_figure_opens_its_list(examples: Path, open_page: Any) -> None:
    page = open_page(gikparse.load(examples / "f2021.txt"))
    assert not page.is_visible("#i3")
    page.click("#at-i3 + a")
    page.wait_for_selector("tr.current#i3", state="visible")
    page.click("#i3 a")
    assert is_seen(page, "#at-i3 + a")


def test_nothing_in_a_text_runs(open_page: Any) -> None:
    text = f"汀溪县2023年政府信息公开工作年度报告\n一、总体{HOSTILE}情况\n{HOSTILE}12条。\n"
    page = open_page(gikparse.parse(text, name=HOSTILE))
    assert page.title() == "汀溪县2023年政府信息公开工作年度报告"
    assert "<script>" in page.inner_text("main")


def test_it_fits_a_telephone(examples: Path, open_page: Any) -> None:
    page = open_page(gikparse.load(examples / "f2021.txt"))
    page.set_viewport_size({"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
