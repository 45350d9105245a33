"""A page flattened to one line has the outline that its lines had."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings

import gikparse
from gikparse.testing import WrittenReport, flatten, reports

if TYPE_CHECKING:
    from pathlib import Path

#: What joins the lines, and whether titles lose the stop that closes them.
WAYS = [(joint, dropped) for joint in ("", " ", "\u00a0") for dropped in (False, True)]
EXAMPLES = ["f2014", "f2019", "f2021", "traditional", "wrapped"]
LEAST = 0.97


def agreement(found: gikparse.Report, wanted: gikparse.Report) -> tuple[int, int, int]:
    """How many headings agree in order, how many were found, and how many wanted."""
    pair = [
        [(s.heading.marker, s.level) for s in report.find_all(gikparse.Section)]
        for report in (found, wanted)
    ]
    blocks = SequenceMatcher(None, *pair, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks), len(pair[0]), len(pair[1])


@pytest.mark.parametrize(("joint", "dropped"), WAYS)
def test_our_examples_keep_their_outline(examples: Path, joint: str, dropped: bool) -> None:
    hits = founds = wants = 0
    for name in EXAMPLES:
        report = gikparse.parse((examples / f"{name}.txt").read_bytes().decode())
        flat = gikparse.parse(flatten(report, joint, stops=not dropped))
        hit, found, want = agreement(flat, report)
        hits, founds, wants = hits + hit, founds + found, wants + want
    recall, precision = hits / wants, hits / founds
    print(f"{joint!r} {dropped=}: {recall=:.3f} {precision=:.3f}")  # noqa: T201  # what -s is for
    assert min(recall, precision) >= LEAST


@pytest.mark.slow
@given(reports(forms=False, max_depth=3, max_sections=3))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_main_headings_of_a_generated_report_survive(written: WrittenReport) -> None:
    report = gikparse.parse(written.text)
    # On one line, titles without any text between them are a list of contents.
    assume(any(section.blocks for section in report.find_all(gikparse.Section)))
    flat = gikparse.parse(flatten(report, " "))
    main = [
        [s.heading.marker for s in tree.sections if s.level == 1 and s.heading.margin > 3]
        for tree in (report, flat)
    ]
    blocks = SequenceMatcher(None, *main, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) >= LEAST * len(main[0]) - 1
