"""Forms that are filled in, written down in each layout, and read back cell by cell."""

from collections import Counter

import pytest
from edits import read, unread, wrong
from hypothesis import event, given, settings
from hypothesis import strategies as st

from gikparse import Form
from gikparse.testing import (
    Expected,
    FilledForm,
    Shape,
    Spans,
    TableLayout,
    expected_cells,
    filled_forms,
    render_table,
    table_layouts,
)
from gikparse.values import Semantic

#: A form has hundreds of cells, and there are many layouts.
FEW = settings(max_examples=settings().max_examples // 5)
FORMS = filled_forms(blanks=True, spellings=True)

each_shape = pytest.mark.parametrize("shape", Shape, ids=lambda shape: shape.name.lower())


@each_shape
@FEW
@given(data=st.data())
def test_what_a_page_tells_is_read_and_nothing_else(shape: Shape, data: st.DataObject) -> None:
    filled = data.draw(FORMS)
    layout = data.draw(table_layouts(shape))
    expected = expected_cells(filled, layout)
    report, found = read(render_table(filled, layout))
    if expected and shape is not Shape.GLUED:
        assert {table.form for table in report.tables} <= {filled.form, None}
    assert unread(expected, found) == []
    assert wrong(expected, found) == []
    assert found.keys() - expected.keys() == set()


@pytest.mark.parametrize("spans", Spans, ids=lambda spans: spans.name.lower())
@pytest.mark.parametrize("form", Form, ids=lambda form: form.name)
@settings(FEW, max_examples=FEW.max_examples // 2)
@given(data=st.data())
def test_in_rows_between_bars_every_cell_is_certain(
    form: Form, spans: Spans, data: st.DataObject
) -> None:
    filled = data.draw(filled_forms(form=form, spellings=True))
    layout = TableLayout(shape=Shape.BARS_AROUND, spans=spans)
    expected = expected_cells(filled, layout)
    assert all(cell.certain for cell in expected.values())
    report, found = read(render_table(filled, layout))
    assert unread(expected, found) == []
    assert report.indicators.diagnostics == () or form is Form.LOCAL


@FEW
@given(filled_forms(spellings=True), table_layouts(Shape.GLUED))
def test_a_glued_figure_is_right_or_ambiguous(filled: FilledForm, layout: TableLayout) -> None:
    expected = expected_cells(filled, layout)
    _, found = read(render_table(filled, layout))
    assert wrong(expected, found) == []
    for key, cell in expected.items():
        for indicator in found.get(key, ()):
            accepted = indicator.semantic in (Semantic.NUMERIC, Semantic.ZERO)
            assert accepted or indicator.semantic is Semantic.AMBIGUOUS
            readings = indicator.readings
            assert not readings or _is_among(cell, readings)
    counts = Counter(i.semantic is Semantic.AMBIGUOUS for own in found.values() for i in own)
    total = sum(counts.values())
    if total:
        event(f"{filled.form.name}: {round(10 * counts[True] / total) * 10} % ambiguous")


def _is_among(cell: Expected, readings: tuple[str, ...]) -> bool:
    """Whether the true figure is one of the readings, however it is written there."""
    return any(cell.value == _number(reading) for reading in readings)


def _number(written: str) -> float | None:
    return float(written) if written else None


@pytest.mark.parametrize(
    ("form", "most"), [(Form.F2014, 0.0), (Form.F2019, 0.1), (Form.F2021, 0.1), (Form.LOCAL, 0.8)]
)
def test_the_share_of_glued_figures_that_stays_ambiguous(form: Form, most: float) -> None:
    """Prints the share: see it with `pytest -s`. In the local forms little adds up that could tell."""
    counts: Counter[bool] = Counter()

    @settings(FEW, database=None)
    @given(filled_forms(form=form, most=20))
    def count(filled: FilledForm) -> None:
        _, found = read(render_table(filled, TableLayout(shape=Shape.GLUED)))
        cells = (cell for own in found.values() for cell in own)
        counts.update(cell.semantic is Semantic.AMBIGUOUS for cell in cells)

    count()
    share = counts[True] / counts.total()
    print(f"\n{form.name}: {share:.1%} of {counts.total()} glued figures")  # noqa: T201
    assert share <= most
