"""Filled forms as grids: which cells stand side by side, and which span rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

import attrs

from gikparse.data.layout import ColumnSpec, HeadRole, TableKind
from gikparse.testing.filling import CellKey, FilledForm, FilledTable


class CellRole(Enum):
    """What a cell of a grid is."""

    #: The title over a table, or the title of the section that holds it.
    TITLE = "title"
    #: A header cell.
    HEAD = "head"
    #: The label of a row, or of a group of rows.
    LABEL = "label"
    #: A number, unit or code beside a label.
    SIDE = "side"
    #: A figure.
    VALUE = "value"


@attrs.frozen(kw_only=True)
class GridCell:
    """A cell of a grid.

    Attributes:
        text: What it says.
        role: What it is.
        key: Which figure it holds, if it holds one.
        across: How many columns it spans.
        down: How many rows it spans.
        continued: Whether it is a place that a cell above or to the left spans.
    """

    text: str
    role: CellRole
    key: CellKey | None = None
    across: int = 1
    down: int = 1
    continued: bool = False


GridRow = tuple[GridCell, ...]


@attrs.frozen(kw_only=True)
class Grid:
    """A table as a page lays it out.

    Attributes:
        table: The table.
        rows: Its rows; what a cell spans stands as a `continued` cell in its place.
        head: How many of the rows are its head.
    """

    table: FilledTable
    rows: tuple[GridRow, ...]
    head: int


def lay_out(
    filled: FilledForm, *, numbers: bool = False, guide: bool = False, stretched: bool = False
) -> tuple[Grid, ...]:
    """The tables of a form, as the form prints them.

    Args:
        filled: The form.
        numbers: Whether a list has columns of ordinal numbers and codes, where the form knows such.
        guide: Whether a row names the columns of a list, where the form has such a row.
        stretched: Whether the last column of a block spans as many places as it takes to make
            all blocks equally wide.

    Returns:
        One grid for each table.
    """
    blocks = [table for table in filled.tables if table.spec.kind is TableKind.BLOCK]
    widest = max((len(table.columns) for table in blocks), default=0) if stretched else 0
    return tuple(
        _grid(table, numbers=numbers, guide=guide, widest=widest) for table in filled.tables
    )


def _grid(table: FilledTable, *, numbers: bool, guide: bool, widest: int) -> Grid:
    match table.spec.kind:
        case TableKind.LIST:
            head, body = _list(table, numbers=numbers, guide=guide)
        case TableKind.BLOCK:
            head, body = _block(table, widest)
        case TableKind.MATRIX:
            head, body = _matrix(table)
        case TableKind.SINGLE:
            head, body = _single(table)
    return Grid(table=table, rows=tuple(_spread([*head, *body])), head=len(head))


def _value(table: FilledTable, key: str, column: str | None) -> GridCell:
    figure = table.figures.get((key, column))
    return GridCell(
        text=figure.written if figure else "",
        role=CellRole.VALUE,
        key=(key, column) if figure else None,
    )


def _values(table: FilledTable, key: str) -> list[GridCell]:
    return [_value(table, key, column.key) for column in table.columns]


def _head(text: str, *, across: int = 1, down: int = 1) -> GridCell:
    return GridCell(text=text, role=CellRole.HEAD, across=across, down=down)


def _column_head(column: ColumnSpec) -> GridCell:
    return _head(column.text + (f"（{column.note}）" if column.note else ""))


_Rows = list[list[GridCell]]


# --- the kinds of tables


def _list(table: FilledTable, *, numbers: bool, guide: bool) -> tuple[_Rows, _Rows]:
    shown = {HeadRole.LABEL, HeadRole.UNIT}
    if numbers:
        shown |= {HeadRole.NUMBER, HeadRole.CODE}
    heads = [head for head in table.spec.heads if head.role in shown]
    head = [*(_head(h.text) for h in heads), *map(_column_head, table.columns)]
    body = []
    for number, row in enumerate(table.rows, 1):
        side = {
            HeadRole.NUMBER: str(number),
            HeadRole.UNIT: "" if row.group else row.unit or "件",
            HeadRole.CODE: f"{number:02}",
        }
        cells = [
            GridCell(text=row.label, role=CellRole.LABEL)
            if h.role is HeadRole.LABEL
            else GridCell(text=side[h.role], role=CellRole.SIDE)
            for h in heads
        ]
        body.append(cells + _values(table, row.key))
    if guide and len(table.spec.guide) == len(head):
        return [head, [_head(name) for name in table.spec.guide]], body
    return [head], body


def _block(table: FilledTable, widest: int) -> tuple[_Rows, _Rows]:
    width = max(len(table.columns), widest)
    across = width - len(table.columns) + 1

    def row(label: GridCell, cells: list[GridCell]) -> list[GridCell]:
        return [label, *cells[:-1], attrs.evolve(cells[-1], across=across)]

    title = GridCell(text=table.spec.title, role=CellRole.TITLE, across=1 + width)
    head = row(_head(table.spec.heads[0].text), [*map(_column_head, table.columns)])
    body = [
        row(GridCell(text=own.label, role=CellRole.LABEL), _values(table, own.key))
        for own in table.rows
    ]
    return [[title], head], body


def _matrix(table: FilledTable) -> tuple[_Rows, _Rows]:
    depth = 1 + max(row.depth for row in table.rows)
    corner, over, *_ = table.spec.heads
    outer = [column for column in table.columns if len(column.path) == 1]
    inner = [column for column in table.columns if len(column.path) > 1]
    second = [_head(column.text, down=2) for column in outer]
    second.insert(1, _head(inner[0].path[0], across=len(inner)))
    head = [
        [_head(corner.text, across=depth, down=3), _head(over.text, across=len(table.columns))],
        second,
        [_column_head(column) for column in inner],
    ]
    return head, list(_matrix_rows(table, depth))


def _matrix_rows(table: FilledTable, depth: int) -> Iterator[list[GridCell]]:
    """The rows of a matrix; the label of a group stands before the first of its rows."""
    opened: list[GridCell] = []
    for place, row in enumerate(table.rows):
        if row.group:
            below = _rows_below(table, place)
            opened.append(GridCell(text=row.label, role=CellRole.LABEL, down=below))
        else:
            label = GridCell(text=row.label, role=CellRole.LABEL, across=depth - row.depth)
            yield [*opened, label, *_values(table, row.key)]
            opened = []


def _rows_below(table: FilledTable, place: int) -> int:
    """How many rows with values stand under a group."""
    depth = table.rows[place].depth
    count = 0
    for row in table.rows[place + 1 :]:
        if row.depth <= depth:
            break
        count += not row.group
    return count


def _single(table: FilledTable) -> tuple[_Rows, _Rows]:
    height = max(len(column.path) for column in table.columns)
    head: _Rows = [[] for _ in range(height)]
    seen: set[tuple[str, ...]] = set()
    for column in table.columns:
        for level in range(1, len(column.path)):
            if (path := column.path[:level]) not in seen:
                seen.add(path)
                across = sum(c.path[:level] == path for c in table.columns)
                head[level - 1].append(_head(path[-1], across=across))
        level = len(column.path) - 1
        head[level].append(_head(column.text, down=height - level))
    return head, [[_value(table, column.id or "", None) for column in table.columns]]


# --- spans


def _spread(rows: Sequence[Sequence[GridCell]]) -> Iterator[GridRow]:
    """The rows with a `continued` cell wherever another one reaches."""
    hanging: dict[int, tuple[GridCell, int]] = {}
    for cells in rows:
        line: list[GridCell] = []
        waiting = list(cells)
        while waiting or len(line) in hanging:
            place = len(line)
            if place in hanging:
                cell, left = hanging.pop(place)
                line.append(attrs.evolve(cell, continued=True))
            else:
                cell = waiting.pop(0)
                left = cell.down
                spanned = attrs.evolve(cell, continued=True)
                line += [cell, *[spanned] * (cell.across - 1)]
            if left > 1:
                for column in range(place, len(line)):
                    hanging[column] = (cell, left - 1)
        yield tuple(line)
