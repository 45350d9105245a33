"""The picture in the tutorial is what its code draws."""

import runpy
from pathlib import Path

import gikparse

ROOT = Path(__file__).parents[2]


def test_picture_is_up_to_date(tmp_path: Path) -> None:
    recipe = runpy.run_path(str(ROOT / "docs" / "recipes" / "make_folder.py"))
    recipe["main"](str(tmp_path / "reports"))
    reports = [gikparse.load(path) for path in sorted(tmp_path.glob("reports/*[0-9].txt"))]
    drawn = gikparse.panel(reports, "request.received").plot()
    assert (ROOT / "docs" / "pictures" / "received.svg").read_text("utf-8") == drawn
