"""What a reader should find in a table that was written down in a layout."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gikparse.data.layout import TableKind
from gikparse.testing.filling import CellKey, Figure, FilledForm, FilledTable
from gikparse.testing.table_layouts import Shape, Spans, TableLayout
from gikparse.values import Number, Semantic


class Expected(NamedTuple):
    """What a reader should find in a cell.

    Attributes:
        semantic: What the cell means.
        value: The figure, None unless `NUMERIC` or `ZERO`.
        unit: The unit.
        certain: Whether the page tells it. Where it does not, a reader may find nothing
            or an ambiguous figure, but no other one.

    Example:
        >>> Expected(Semantic.NUMERIC, 12, "件", certain=True).value
        12
    """

    semantic: Semantic
    value: Number | None
    unit: str | None
    certain: bool


def expected_cells(
    filled: FilledForm, layout: TableLayout | None = None
) -> dict[tuple[str, str | None], Expected]:
    """What a reader should find in `render_table(filled, layout)`.

    Args:
        filled: The form.
        layout: How it is written.

    Returns:
        One entry for each indicator, by id and column. No figure is certain in a glued
        table, nor one whose row has empty cells that leave no trace, or that cannot be
        told from the padding around them; in a row cut short only its total is.

    Example:
        >>> from hypothesis import given, settings
        >>> from gikparse import Form
        >>> from gikparse.testing import filled_forms
        >>> @settings(max_examples=1)
        ... @given(filled_forms(form=Form.F2021))
        ... def show_a_cell(filled):
        ...     print(expected_cells(filled)["request.received", "total"].certain)
        >>> show_a_cell()
        True
    """
    layout = layout or TableLayout()
    found = {}
    for table in filled.tables:
        for key, figure in table.figures.items():
            if id_ := _id_of(table, key):
                unit = figure.unit or _unit_of(table, key)
                certain = _is_certain(filled, table, key, layout)
                found[id_, key[1]] = Expected(figure.semantic, figure.value, unit, certain)
    return found


def _id_of(table: FilledTable, key: CellKey) -> str | None:
    if table.spec.kind is TableKind.SINGLE:
        return key[0]
    row = table.spec.row(key[0])
    return row.id if row else None


def _unit_of(table: FilledTable, key: CellKey) -> str | None:
    row, column = table.spec.row(key[0]), table.spec.column(key[1])
    if row is None or column is None:
        return table.spec.unit
    # A list prints a unit in each of its rows.
    printed = "件" if table.spec.kind is TableKind.LIST else None
    return table.spec.unit_of(row, column) or printed


def _is_certain(filled: FilledForm, table: FilledTable, key: CellKey, layout: TableLayout) -> bool:
    if layout.shape is Shape.GLUED:
        return False
    if layout.ragged and table.spec.kind is TableKind.MATRIX:
        return _is_told_total(table, key)
    row = _row_of(table, key[0])
    if layout.stretched and layout.spans is Spans.REPEATED and table.spec.kind is TableKind.BLOCK:
        return _are_copies_told(row, layout)
    if all(figure.semantic is not Semantic.EMPTY for figure in row):
        return True
    if not layout.keeps_empty_cells:
        return False
    if table.spec.kind is TableKind.SINGLE:
        first_filled = row[0].semantic is not Semantic.EMPTY
        sure = _has_filled_ends(row) if layout.shape.is_stacked else first_filled
        return sure or not (layout.padding or layout.shape.is_stacked)
    padded = layout.padding or layout.shape.is_stacked or layout.spans is Spans.EMPTY
    return not padded or _has_filled_ends(row) or _is_told_by_others(filled, table, key)


def _are_copies_told(row: Sequence[Figure], layout: TableLayout) -> bool:
    """Whether a figure that is repeated in the places of its span can be told from two figures."""
    if layout.pairs:
        return False
    written = {figure.written for figure in row}
    divided = layout.padding or layout.shape.is_stacked
    return len(row) == 1 or not (divided or "" in written or len(written) < len(row))


def _is_told_total(table: FilledTable, key: CellKey) -> bool:
    """Whether a figure is the total of a row cut short, and stands behind another figure."""
    row = _row_of(table, key[0])
    return key[1] == table.columns[-1].key and None not in (row[0].value, row[-1].value)


def _row_of(table: FilledTable, key: str) -> list[Figure]:
    single = table.spec.kind is TableKind.SINGLE
    return [figure for (own, _), figure in table.figures.items() if single or own == key]


def _has_filled_ends(row: Sequence[Figure]) -> bool:
    return Semantic.EMPTY not in (row[0].semantic, row[-1].semantic)


def _is_told_by_others(filled: FilledForm, table: FilledTable, key: CellKey) -> bool:
    """Whether another row shows where the values of a row begin that has an empty cell at an end."""
    spec = table.spec.row(key[0])
    return spec is not None and any(
        _has_filled_ends(_row_of(other, row.key))
        for other in filled.tables
        for row in other.rows
        if not row.group and (other.spec.kind, row.depth) == (table.spec.kind, spec.depth)
    )
