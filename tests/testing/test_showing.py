"""What Hypothesis shows of a case that fails: what is unusual about it, and text that can be read."""

from gikparse import NumberingScheme
from gikparse.testing import (
    Layout,
    Outline,
    OutlineSection,
    Shape,
    Spans,
    TableLayout,
    WrittenReport,
)

LAYOUT = Layout(run_in=True, gap="\u3000", tables=TableLayout(shape=Shape.FLAT, headings=False))
OUTLINE = Outline(
    title="汀溪县2023年政府信息公开年报",
    sections=(OutlineSection(scheme=NumberingScheme.CHINESE, ordinal=1, title="概述"),),
)


def test_what_is_as_by_default_is_left_out() -> None:
    assert repr(Layout()) == "Layout()"
    assert repr(TableLayout(spans=Spans.DROPPED)) == "TableLayout(spans=Spans.DROPPED)"


def test_what_is_shown_makes_the_same_again() -> None:
    for made in (LAYOUT, OUTLINE):
        assert eval(repr(made)) == made  # noqa: S307


def test_a_report_is_shown_line_by_line_with_nothing_of_tables_that_it_has_not() -> None:
    assert repr(WrittenReport(outline=OUTLINE, layout=LAYOUT)).splitlines() == [
        "<WrittenReport in Layout(run_in=True, gap='\\u3000'):",
        "    '汀溪县2023年政府信息公开年报\\n'",
        "    '一、\\u3000概述。'>",
    ]
