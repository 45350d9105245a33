"""`check_report` finds what is wrong: one report for each promise that is broken."""

import subprocess
import sys
from unittest.mock import patch

import attrs
import pytest

import gikparse
from gikparse import Diagnostic, FrontMatter, Paragraph, Severity
from gikparse.folding import fold
from gikparse.indicators.rows import Provenance
from gikparse.source import Source, Span
from gikparse.testing import check_report, with_blank_lines
from gikparse.testing.invariants.figures import digits_of

TEXT = "序言。\n一、概述。全年公开12条。\n（一）领导\n二、问题\n"


@pytest.fixture
def report() -> gikparse.Report:
    return gikparse.parse(TEXT, name="a.txt")


def broken(report: gikparse.Report, message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        check_report(report)


def with_front(report: gikparse.Report, **changes: object) -> gikparse.Report:
    assert report.front is not None
    return attrs.evolve(report, front=attrs.evolve(report.front, **changes))


def test_a_sound_report_passes(report: gikparse.Report) -> None:
    check_report(report)


def test_the_message_names_text_class_and_place(report: gikparse.Report) -> None:
    broken(attrs.evolve(report, span=Span(0, 3)), r"^a\.txt: Report\[0:3\]: ")


def test_a_gap_in_the_tiling(report: gikparse.Report) -> None:
    broken(attrs.evolve(report, front=None), "the tiling has a gap or overlap at 0")
    broken(attrs.evolve(report, sections=report.sections[:1]), "tile the text up to")


def test_a_lost_paragraph(report: gikparse.Report) -> None:
    blocks = (Paragraph(source=report.source, span=Span(0, 2)),)
    broken(with_front(report, blocks=blocks), "no leaf holds what stands at 2: '。")


def test_a_node_outside_its_parent(report: gikparse.Report) -> None:
    blocks = (Paragraph(source=report.source, span=Span(0, 6)),)
    broken(with_front(report, blocks=blocks), "a Paragraph lies outside")


def test_siblings_that_overlap(report: gikparse.Report) -> None:
    blocks = tuple(Paragraph(source=report.source, span=Span(*span)) for span in [(0, 3), (1, 3)])
    broken(with_front(report, blocks=blocks), "overlaps the node")


def test_siblings_out_of_order(report: gikparse.Report) -> None:
    blocks = tuple(Paragraph(source=report.source, span=Span(*span)) for span in [(1, 3), (0, 1)])
    broken(with_front(report, blocks=blocks), "stands before its sibling")


def test_torn_siblings_may_interleave(report: gikparse.Report) -> None:
    torn = Paragraph(source=report.source, span=Span(0, 3), parts=(Span(0, 1), Span(2, 3)))
    inner = Paragraph(source=report.source, span=Span(1, 2))
    check_report(with_front(report, blocks=(torn, inner)), rewritten=False)
    broken(with_front(report, blocks=(torn, attrs.evolve(inner, span=Span(1, 3)))), "overlaps")


def test_parts_that_are_not_the_node(report: gikparse.Report) -> None:
    torn = Paragraph(source=report.source, span=Span(0, 3), parts=(Span(0, 1),))
    broken(with_front(report, blocks=(torn,)), "the parts span")


def test_a_node_of_another_source(report: gikparse.Report) -> None:
    blocks = (Paragraph(source=Source(text="序言！"), span=Span(0, 3)),)
    broken(with_front(report, blocks=blocks), "another source")


def test_a_span_outside_the_text(report: gikparse.Report) -> None:
    last = attrs.evolve(report.sections[1], span=Span(report.sections[1].span.start, 99))
    broken(attrs.evolve(report, sections=(report.sections[0], last)), "lies outside")


@pytest.mark.parametrize("name", ["marker_span", "title_span"])
def test_marker_and_title_outside_the_heading(report: gikparse.Report, name: str) -> None:
    section = report.sections[0]
    heading = attrs.evolve(section.heading, **{name: Span(0, 1)})
    sections = (attrs.evolve(section, heading=heading), report.sections[1])
    broken(attrs.evolve(report, sections=sections), "Heading")


def test_levels_that_do_not_nest(report: gikparse.Report) -> None:
    outer = report.sections[0]
    inner = outer.sections[0]
    head = attrs.evolve(outer, sections=(), span=Span(outer.span.start, inner.span.start))
    beside = attrs.evolve(inner, span=Span(inner.span.start, outer.span.end))
    sections = (head, beside, report.sections[1])
    broken(attrs.evolve(report, sections=sections), "belongs into the one before it")
    last = report.sections[1]
    within = attrs.evolve(outer, sections=(inner, last), span=Span(outer.span.start, len(TEXT)))
    broken(attrs.evolve(report, sections=(within,)), "the level is not that of a part")


def test_diagnostics_out_of_order_or_outside(report: gikparse.Report) -> None:
    def at(*span: int) -> Diagnostic:
        return Diagnostic(
            code="GIK999",
            name="x",
            severity=Severity.INFO,
            span=Span(*span),
            message="",
            chinese="",
        )

    check_report(attrs.evolve(report, diagnostics=(at(1, 2), at(2, 3))))
    broken(attrs.evolve(report, diagnostics=(at(2, 3), at(1, 2))), "not in document order")
    broken(attrs.evolve(report, diagnostics=(at(2, 99),)), "GIK999 lies outside")


def test_an_identity_without_its_place(report: gikparse.Report) -> None:
    spans = {"year": Span(0, 1)}
    identity = attrs.evolve(report.identity, spans=spans)
    broken(attrs.evolve(report, identity=identity), "the year has a span and no value")


def test_an_empty_report_is_sound() -> None:
    check_report(gikparse.parse(""))
    blank = gikparse.parse("\n \u3000")
    check_report(blank)
    assert isinstance(blank.children[0], FrontMatter)


def test_without_hypothesis_one_line_names_the_extra() -> None:
    code = "import sys; sys.modules['hypothesis'] = None; import gikparse.testing"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    *_, last = shown.stderr.splitlines()
    assert last.startswith("gikparse.errors.")
    assert "pip install 'gikparse[testing]'" in last


# --- figures, harmless changes, the reading view


def test_a_number_from_nowhere(report: gikparse.Report) -> None:
    (quantity,) = report.quantities
    with patch.object(gikparse.Report, "quantities", (attrs.evolve(quantity, value=13),)):
        broken(report, "the digits of 13 do not stand in '12'")
    with patch.object(gikparse.Report, "quantities", (quantity, quantity)):
        broken(report, "overlaps the one before it")


def test_an_indicator_that_is_not_its_quantity() -> None:
    whole = gikparse.parse("一、概述\n全年公开政府信息12条。")
    (found,) = whole.indicators
    for changed, message in (
        (attrs.evolve(found, value=3), "is not its quantity"),
        (attrs.evolve(found, value=0), "0 is no zero"),
        (attrs.evolve(found, quantity=None), "no word at .* says 12"),
        (attrs.evolve(found, value=None), "is told with no value"),
    ):
        only = gikparse.IndicatorSet([changed], provenance=Provenance(source=whole.source))
        with patch.object(gikparse.Report, "indicators", only):
            broken(whole, message)


@pytest.mark.parametrize(
    ("numeral", "digits"),
    [
        ("2,543", "2543"),
        ("1.05", "15"),
        ("60余万", "6"),
        ("十", "1"),
        ("十二", "12"),
        ("二十", "2"),
        ("一百一十", "11"),
        ("一百十五", "115"),
        ("千万", "1"),
        ("二十万", "2"),
        ("廿三", "23"),
        ("两千零五", "25"),
        ("零", ""),
    ],
)
def test_digits_of_numerals(numeral: str, digits: str) -> None:
    assert digits_of(numeral) == digits


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("一、概述\n全年公开１２条。", "in half width and Simplified .* is "),
        ("一、概述\n全年公开12条。", "in full width .* is "),
    ],
)
def test_a_change_that_does_harm(text: str, message: str) -> None:
    other = gikparse.parse("一、概述")
    with patch("gikparse.testing.invariants.harmless.parse", lambda *_, **__: other):
        broken(gikparse.parse(text), message)


def test_blank_lines_that_do_harm() -> None:
    text = fold("一、概述\n公开信息.\n收到申请.")
    report = gikparse.parse(text)
    assert with_blank_lines(report) != text
    read = gikparse.parse

    def careless(changed: str, **_: object) -> gikparse.Report:
        return read(changed.replace("收到", "") if "\n\n" in changed else changed)

    with patch("gikparse.testing.invariants.harmless.parse", careless):
        broken(report, "with blank lines, of sections, .* is ")


def test_folding_that_moves_offsets(report: gikparse.Report) -> None:
    with patch("gikparse.testing.invariants.reading.fold", lambda text: text + "!"):
        broken(report, "folding moved offsets")
