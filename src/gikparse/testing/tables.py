"""Write filled forms down in the layouts that tables have in real reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

import attrs

from gikparse.data.catalogue import default_catalogue
from gikparse.data.layout import TableKind
from gikparse.testing.filling import FilledForm, FilledTable
from gikparse.testing.grids import CellRole, Grid, GridCell, GridRow, lay_out
from gikparse.testing.table_layouts import Shape, Spans, TableLayout

#: What agencies write into labels to tell the people who fill them in what to do.
_NOTE = "（指2020年1月1日以后的，减少的用负值表示，如-8）"
#: A label or head of so many characters can be broken in two.
_FEWEST_TO_BREAK = 4
_FEWEST_ROWS_TO_BREAK = 4


def render_table(filled: FilledForm, layout: TableLayout | None = None) -> str:
    """Write the tables of a form.

    Args:
        filled: The form.
        layout: How they are written; by default a row a line with a bar behind each cell.

    Returns:
        The text.

    Example:
        >>> from hypothesis import find
        >>> from gikparse import Form
        >>> from gikparse.testing.filling import filled_forms
        >>> forms = filled_forms(form=Form.F2021, tables=["article_20_1"])
        >>> layout = TableLayout(shape=Shape.BARS_AROUND, headings=False)
        >>> print(find(forms.map(lambda filled: render_table(filled, layout)), lambda _: True))
        | 第二十条第（一）项 |  |  |  |
        | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
        | 规章 | 0 | 0 | 0 |
        | 行政规范性文件 | 0 | 0 | 0 |
    """
    layout = layout or TableLayout()
    return write_grids(lay_out_as(filled, layout), layout)


def lay_out_as(filled: FilledForm, layout: TableLayout) -> tuple[Grid, ...]:
    """The tables of a form with the rows and columns that a layout has."""
    return lay_out(filled, numbers=layout.numbers, guide=layout.guide, stretched=layout.stretched)


def write_grids(grids: Iterable[Grid], layout: TableLayout) -> str:
    """Write grids, which may differ from what the form prints.

    Args:
        grids: The tables.
        layout: How they are written.

    Returns:
        The text.
    """
    pieces: list[str] = []
    titles: set[str] = set()
    for grid in grids:
        title = _section_title(grid.table)
        if layout.headings and title and title not in titles:
            titles.add(title)
            pieces.append(title)
        pieces += _write_grid(grid, layout)
    between = {Shape.FLAT: " ", Shape.GLUED: "", Shape.PARAGRAPHS: "\n\n"}
    return between.get(layout.shape, "\n").join(pieces)


# --- writing


def _section_title(table: FilledTable) -> str:
    if table.spec.section is None:
        return table.spec.title
    section = default_catalogue().forms[table.spec.form].sections[table.spec.section - 1]
    return section.marker + section.title


def _write_grid(grid: Grid, layout: TableLayout) -> Iterator[str]:
    """The lines of a table; in layouts without lines, its cells."""
    rows = _with_page_break(grid) if layout.page_break else list(grid.rows)
    for place, row in enumerate(rows):
        row = _cut_short(row) if layout.ragged and _is_matrix(grid) else row
        cells = _cells(row, layout) + [""] * (layout.padding if layout.shape.has_bars else 0)
        if cells:
            yield from _write_row(cells, layout)
        if layout.separator and place == grid.head - 1:
            yield "|" + "---|" * len(cells)


def _with_page_break(grid: Grid) -> list[GridRow]:
    """The rows, with the labels that a new page in the middle of the table repeats."""
    rows = list(grid.rows)
    if len(rows) - grid.head < _FEWEST_ROWS_TO_BREAK:
        return rows
    middle = (grid.head + len(rows)) // 2
    if grid.table.spec.kind is TableKind.LIST:
        return [*rows[:middle], *rows[: grid.head], *rows[middle:]]
    above = rows[middle - 1]
    again = tuple(
        attrs.evolve(cell, continued=False) if over and cell.text == over.text else cell
        for cell, over in zip_longest(rows[middle], above[: len(rows[middle])])
    )
    return [*rows[:middle], again, *rows[middle + 1 :]]


def _cells(row: GridRow, layout: TableLayout) -> list[str]:
    spans = layout.spans if layout.shape.has_bars else Spans.DROPPED
    shown = [
        attrs.evolve(cell, text="") if cell.continued and spans is Spans.EMPTY else cell
        for cell in row
        if not (cell.continued and spans is Spans.DROPPED)
    ]
    return [_text(cell, layout) for cell in (_paired(shown) if layout.pairs else shown)]


def _is_matrix(grid: Grid) -> bool:
    return grid.table.spec.kind is TableKind.MATRIX


def _cut_short(row: GridRow) -> GridRow:
    """A row with its first figure and its total; more empty cells stand behind them than it lacks."""
    values = [cell for cell in row if cell.role is CellRole.VALUE]
    if not values:
        return row
    empty = attrs.evolve(values[0], text="", key=None)
    others = tuple(cell for cell in row if cell.role is not CellRole.VALUE)
    return (*others, values[0], values[-1], *[empty] * len(values))


def _paired(cells: Sequence[GridCell]) -> Iterator[GridCell]:
    """The cells, every two figures side by side put into one."""
    before: GridCell | None = None
    for cell in cells:
        if before is None:
            before = cell
        elif all(c.role is CellRole.VALUE and c.text for c in (before, cell)):
            yield attrs.evolve(before, text=f"{before.text} {cell.text}")
            before = None
        else:
            yield before
            before = cell
    if before is not None:
        yield before


def _text(cell: GridCell, layout: TableLayout) -> str:
    text = cell.text
    if layout.notes and text and cell.role is CellRole.LABEL and not text.endswith("）"):
        text += _NOTE
    if layout.vertical and cell.role is CellRole.LABEL and cell.down > 1:
        return "\n".join(text)
    if layout.broken_heads and cell.role is CellRole.HEAD and len(text) >= _FEWEST_TO_BREAK:
        middle = len(text) // 2
        gap = "" if layout.shape is Shape.GLUED else "\n" if layout.shape.is_stacked else " "
        text = text[:middle] + gap + text[middle:]
    return text


def _write_row(cells: Sequence[str], layout: TableLayout) -> Iterator[str]:
    match layout.shape:
        case Shape.BARS_BEHIND if layout.broken_rows:
            yield from _broken(cells)
        case Shape.BARS_BEHIND:
            yield " | ".join(cells) + " |"
        case Shape.BARS_AROUND:
            yield "| " + " | ".join(cells) + " |"
        case Shape.DRAWN:
            yield f"│{'│'.join(cells)}│"
            yield f"├{'┼'.join(['──'] * len(cells))}┤"
        case Shape.BARS_BETWEEN:
            yield " | ".join(cells)
        case Shape.STACKED_BARS_BEHIND:
            yield from (f"{cell} |".lstrip() for cell in cells)
        case Shape.STACKED_BARS_BEFORE:
            first, *others = cells
            yield from (first, *(f"| {cell}".rstrip() for cell in others), "|")
        case Shape.STACKED_LONE_BARS:
            yield from (piece for cell in cells for piece in (cell, "|") if piece)
        case Shape.PARAGRAPHS | Shape.GLUED:
            yield from filter(None, cells)
        case Shape.LINES | Shape.FLAT:
            yield " ".join(filter(None, cells))


def _broken(cells: Sequence[str]) -> Iterator[str]:
    """A row on two lines, broken before the empty cells at its end or else in its middle."""
    filled = len(cells)
    while filled and not cells[filled - 1]:
        filled -= 1
    if filled < len(cells):
        yield " | ".join(cells[:filled]) + " |"
        yield "|" * (len(cells) - filled)
    else:
        # A line that began with an empty cell would begin with a bar like any other.
        filled_places = (place for place in range((len(cells) + 1) // 2, filled) if cells[place])
        middle = next(filled_places, filled)
        yield " | ".join(cells[:middle]) + " |"
        if cells[middle:]:
            yield " | ".join(cells[middle:]) + " |"
