"""Whole reports: what the rules about numbering find in them, and that they find no more."""

from pathlib import Path

import pytest

import gikparse

EXAMPLES = {"f2014": ["27:3 GIK101"]}
REAL = {
    "luoning_2016": ["42:1 GIK101"],
    "open_pipes_on_own_lines_2019": ["4:1 GIK102"],
}


def findings(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        report = gikparse.parse(file.read())
    return [
        "{}:{} {}".format(*report.source.position(d.span.start), d.code)
        for d in gikparse.check(report, select="GIK10")
    ]


def test_examples(examples: Path) -> None:
    found = {path.stem: findings(path) for path in sorted(examples.glob("*.txt"))}
    assert {name: said for name, said in found.items() if said} == EXAMPLES


@pytest.mark.parametrize("name", REAL)
def test_real_reports_with_faults(real_reports: Path, name: str) -> None:
    assert findings(real_reports / f"{name}.txt") == REAL[name]


def test_real_reports_without_faults(real_reports: Path) -> None:
    read = [path for path in real_reports.glob("*.txt") if path.stem not in REAL]
    assert read
    assert {path.stem: said for path in read if (said := findings(path))} == {}
