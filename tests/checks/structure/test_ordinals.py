"""The rules about ordinals: where they point, and what they find in whole reports, and no more."""

from pathlib import Path

import pytest

import gikparse
from gikparse.checks import Rule
from gikparse.checks.structure import (
    duplicate_ordinal,
    out_of_order_ordinal,
    restarted_ordinal,
    skipped_ordinal,
)

RULES = [
    duplicate_ordinal.RULE,
    skipped_ordinal.RULE,
    restarted_ordinal.RULE,
    out_of_order_ordinal.RULE,
]
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
        for d in gikparse.check(report, rules=RULES, select="GIK10")
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


@pytest.mark.parametrize("rule", RULES, ids=[rule.kind.name for rule in RULES])
def test_findings_point_at_the_marker_and_at_an_earlier_one(rule: Rule) -> None:
    example = rule.explanation.partition("```text\n")[2].partition("```")[0]
    report = gikparse.parse(example)
    markers = {s.heading.marker_span for s in report.find_all(gikparse.Section)}
    found = list(rule.find(report))
    assert found
    for diagnostic in found:
        assert diagnostic.span in markers
        (related,) = diagnostic.related
        assert related.span in markers
        assert related.span < diagnostic.span
        assert report.source.text[diagnostic.span] in diagnostic.message
        assert report.source.text[diagnostic.span] in diagnostic.chinese
