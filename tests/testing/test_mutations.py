"""Damaged texts: nothing raises, and what holds for every report holds for them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gikparse
from gikparse import Form
from gikparse.testing import (
    Shape,
    WrittenReport,
    check_report,
    damaged,
    filled_forms,
    render_table,
    reports,
    spliced,
    table_layouts,
)

#: Texts made of one drawn report: drawing it costs more than reading a few others.
EACH = 12
#: Tables of a few rows.
SMALL = ("article_20_1", "article_20_5", "article_20_6", "article_20_8", "review")
#: A stretch of a real report of so many characters.
STRETCH = 1200


@pytest.mark.slow
@given(reports(min_depth=2, max_depth=2, max_sections=2, forms=False), st.data())
def test_a_damaged_report_keeps_its_promises(written: WrittenReport, data: st.DataObject) -> None:
    for _ in range(EACH):
        text = data.draw(damaged(written.text))
        check_report(gikparse.parse(text), rewritten=False)


@st.composite
def tables(draw: st.DrawFn, shapes: Sequence[Shape]) -> str:
    """A small table of a form under two headings."""
    form, key = draw(st.sampled_from([(Form.F2021, key) for key in SMALL]))
    filled = draw(filled_forms(form=form, tables=[key], blanks=draw(st.booleans())))
    layout = draw(st.sampled_from(shapes).flatmap(table_layouts))
    return f"一、主动公开\n（一）统计\n{render_table(filled, layout)}"


@pytest.mark.slow
@given(tables([shape for shape in Shape if shape is not Shape.GLUED]), st.data())
def test_a_damaged_table_keeps_its_promises(table: str, data: st.DataObject) -> None:
    for _ in range(2 * EACH):
        check_report(gikparse.parse(data.draw(damaged(table))), rewritten=False)


# Dividing a run of glued figures takes as long as reading ten tables.
@settings(max_examples=settings.default.max_examples // 10)
@given(tables([Shape.GLUED]), st.data())
def test_a_damaged_table_of_glued_cells_keeps_its_promises(table: str, data: st.DataObject) -> None:
    for _ in range(EACH):
        check_report(gikparse.parse(data.draw(damaged(table))), rewritten=False)


@pytest.mark.slow
@given(reports(min_depth=2, max_depth=2, max_sections=2), st.data())
def test_a_damaged_report_reads_alike_after_harmless_changes(
    written: WrittenReport, data: st.DataObject
) -> None:
    check_report(gikparse.parse(data.draw(damaged(written.text))))


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_damaged_examples_keep_their_promises(examples: Path, data: st.DataObject) -> None:
    _check_stretches(examples, data)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_real_reports_that_are_cut_and_spliced_keep_their_promises(
    real_reports: Path, data: st.DataObject
) -> None:
    _check_stretches(real_reports, data)


def _check_stretches(folder: Path, data: st.DataObject) -> None:
    texts = st.sampled_from(sorted(folder.glob("*.txt"))).map(_read).flatmap(_stretches)
    text = data.draw(spliced(texts))
    for _ in range(EACH // 3):
        check_report(gikparse.parse(data.draw(damaged(text))), rewritten=False)


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _stretches(text: str) -> st.SearchStrategy[str]:
    places = st.integers(0, max(len(text) - STRETCH, 0))
    return places.map(lambda start: text[start : start + STRETCH])
