"""Pages that differ from their form in one thing: it is reported, and all else is read."""

from collections.abc import Mapping

from edits import (
    Id,
    edit_table,
    id_of,
    read,
    unread,
    with_label,
    with_row,
    without_column,
    without_row,
    wrong,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gikparse import Form
from gikparse.data.layout import ColumnSpec, RowSpec
from gikparse.indicators import Indicator
from gikparse.report import Report
from gikparse.testing import FilledForm, FilledTable, Shape, Spans, TableLayout, filled_forms
from gikparse.testing.expecting import expected_cells
from gikparse.testing.filling import CellKey
from gikparse.testing.tables import lay_out_as, render_table, write_grids

Found = Mapping[Id, list[Indicator]]

FEW = settings(max_examples=settings().max_examples // 4)
#: The national forms, whose rows each report has.
FORMS = st.sampled_from([Form.F2014, Form.F2019, Form.F2021]).flatmap(
    lambda form: filled_forms(form=form, most=999)
)
LAYOUTS = st.builds(
    TableLayout,
    shape=st.sampled_from([s for s in Shape if s is not Shape.GLUED]),
    spans=st.sampled_from(Spans),
    headings=st.booleans(),
)


STRAY = "特别关注事项数"


def odd(report: Report) -> list[tuple[str, str]]:
    """The name of each diagnostic of the tables, and what it says."""
    return [(found.name, found.message) for found in report.indicators.diagnostics]


def all_else_unread(
    filled: FilledForm, layout: TableLayout, found: Found, gone: set[str | None]
) -> list[str]:
    """What is not read of the rows that the page has as the form prints them."""
    expected = expected_cells(filled, layout)
    return unread({key: cell for key, cell in expected.items() if key[0] not in gone}, found)


@st.composite
def cases(draw: st.DrawFn) -> tuple[FilledForm, TableLayout, FilledTable, RowSpec]:
    """A form, a layout, one of the tables, and one of its rows that each such table has."""
    filled, layout = draw(FORMS), draw(LAYOUTS)
    table = draw(st.sampled_from([table for table in filled.tables if len(table.rows) > 2]))
    rows = [row for row in table.rows if not (row.group or row.optional)]
    return filled, layout, table, draw(st.sampled_from(rows))


Case = tuple[FilledForm, TableLayout, FilledTable, RowSpec]


@FEW
@given(cases())
def test_a_row_is_missing(case: Case) -> None:
    filled, layout, table, row = case
    page = edit_table(filled, table.spec.key, lambda own: without_row(own, row.key))
    report, found = read(render_table(page, layout))
    ((name, message),) = odd(report)
    assert name == "missing-row"
    assert message.endswith(f"lacks 1 row(s) of its form here: {row.label}")
    assert all_else_unread(filled, layout, found, {row.id}) == []
    assert all(key[0] != row.id for key in found)


@FEW
@given(cases())
def test_a_row_too_many(case: Case) -> None:
    filled, layout, table, row = case
    place = table.rows.index(row)
    page = edit_table(filled, table.spec.key, lambda own: with_row(own, place, STRAY))
    report, found = read(render_table(page, layout))
    ((name, message),) = odd(report)
    assert (name, STRAY in message) == ("unknown-label", True)
    assert all_else_unread(filled, layout, found, set()) == []


@FEW
@given(cases(), st.data())
def test_a_label_is_misspelt(case: Case, data: st.DataObject) -> None:
    filled, layout, table, row = case
    assume(len(row.text) >= 6)
    place = data.draw(st.integers(1, len(row.text) - 2))
    typo = data.draw(st.sampled_from(["", "止", row.text[place] * 2]))
    text = row.text[:place] + typo + row.text[place + 1 :]
    assume(text not in row.names)  # another name of the row is no mistake
    page = edit_table(filled, table.spec.key, lambda own: with_label(own, row.key, text))
    report, found = read(render_table(page, layout))
    ((name, message),) = odd(report)
    assert (name, row.label in message) == ("misspelt-label", True)
    assert all_else_unread(filled, layout, found, set()) == []


@FEW
@given(
    FORMS.filter(lambda filled: filled.form is not Form.F2014),
    LAYOUTS,
    st.data(),
)
def test_a_value_column_is_missing(
    filled: FilledForm, layout: TableLayout, data: st.DataObject
) -> None:
    """Without bars nothing tells a lost column from cells left out: figures may stay ambiguous."""
    grids = list(lay_out_as(filled, layout))
    places = [p for p, grid in enumerate(grids) if len(grid.table.columns) > 1]
    place = data.draw(st.sampled_from(places))
    table = grids[place].table
    column = data.draw(st.sampled_from(table.columns))
    grids[place] = without_column(grids[place], column.key, column.id)
    report, found = read(write_grids(grids, layout))
    (name, message), *others = odd(report)
    assert (name, column.text in message) == ("missing-column", True)
    gone = {(id_of(table, key), key[1]) for key in table.figures if _is_in(key, column)}
    left = {k: c for k, c in expected_cells(filled, layout).items() if k not in gone}
    if layout.shape.has_bars:
        assert others == []
    else:
        assert {name for name, _ in others} <= {"ambiguous-cell"}
        touched = {id_ for id_, _ in gone}
        assert wrong(left, found) == []
        left = {key: cell for key, cell in left.items() if key[0] not in touched}
    assert unread(left, found) == []
    assert not gone & found.keys()


def _is_in(key: CellKey, column: ColumnSpec) -> bool:
    return key == (column.id, None) if column.id else key[1] == column.key
