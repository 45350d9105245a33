"""The example reports are read as a person reads them."""

import json
from pathlib import Path

import pytest

import gikparse
from gikparse.testing import check_report

FOLDER = Path(__file__).parents[1] / "docs" / "examples"
each_example = pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.txt")))


def parse(name: str) -> gikparse.Report:
    text = (FOLDER / f"{name}.txt").read_bytes().decode("utf-8")
    return gikparse.parse(text, name=f"{name}.txt")


def test_every_example_has_a_reading() -> None:
    readings = {path.name.partition(".")[0] for path in FOLDER.glob("*.outline.json")}
    assert readings == {path.stem for path in FOLDER.glob("*.txt")}
    assert readings


@each_example
def test_outline_is_that_read_by_hand(name: str) -> None:
    report = parse(name)
    found = [
        [
            section.heading.marker,
            section.level,
            section.title,
            report.source.position(section.heading.span.start).line,
        ]
        for section in report.find_all(gikparse.Section)
    ]
    assert found == json.loads((FOLDER / f"{name}.outline.json").read_text("utf-8"))


@each_example
def test_invariants_hold(name: str) -> None:
    check_report(parse(name))


@each_example
def test_next_to_nothing_is_unread(name: str) -> None:
    report = parse(name)
    unread = sum(node.span.width for node in report.find_all(gikparse.Unknown))
    assert unread <= 0.01 * len(report.source.text)
