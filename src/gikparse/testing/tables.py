"""Write filled forms down in the layouts that tables have in real reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

import attrs
from hypothesis import strategies as st

from gikparse.data.catalogue import default_catalogue
from gikparse.data.layout import TableKind
from gikparse.testing.filling import CellKey, Figure, FilledForm, FilledTable
from gikparse.testing.grids import CellRole, Grid, GridCell, GridRow, lay_out
from gikparse.values import Number, Semantic

#: What agencies write into labels to tell the people who fill them in what to do.
_NOTE = "（指2020年1月1日以后的，减少的用负值表示，如-8）"
#: A label or head of so many characters can be broken in two.
_FEWEST_TO_BREAK = 4
_FEWEST_ROWS_TO_BREAK = 4


class Shape(Enum):
    """How cells and rows are told apart."""

    #: A row a line, a bar behind each cell: a | b |
    BARS_BEHIND = "a | b |"
    #: A row a line, bars on both sides: | a | b |
    BARS_AROUND = "| a | b |"
    #: A row a line, bars between cells only: a | b
    BARS_BETWEEN = "a | b"
    #: A row a line, blanks between cells.
    LINES = "a b"
    #: A cell a line, with a bar behind it.
    STACKED_BARS_BEHIND = "a |⏎b |"
    #: A cell a line, with a bar before it.
    STACKED_BARS_BEFORE = "a⏎| b⏎|"
    #: A cell a line, with bars on lines of their own.
    STACKED_LONE_BARS = "a⏎|⏎b⏎|"
    #: A cell a paragraph, without bars.
    PARAGRAPHS = "a⏎⏎b"
    #: All on one line, blanks between cells.
    FLAT = "a b c"
    #: All on one line, and nothing between cells.
    GLUED = "abc"

    @property
    def has_bars(self) -> bool:
        """Whether bars divide the cells."""
        return "|" in self.value

    @property
    def is_stacked(self) -> bool:
        """Whether each cell stands on a line of its own."""
        return "⏎" in self.value


class Spans(Enum):
    """What becomes of cells that span several rows or columns."""

    #: Their other places are empty.
    EMPTY = "empty"
    #: Their other places are left out.
    DROPPED = "dropped"
    #: They are repeated in each of their places.
    REPEATED = "repeated"


@attrs.frozen(kw_only=True)
class TableLayout:
    """How tables are written.

    Attributes:
        shape: How cells and rows are told apart.
        spans: What becomes of spans; without bars they are always dropped.
        separator: Whether a line of dashes divides head and body: |---|---|
        padding: How many empty cells stand behind each row.
        broken_rows: Whether rows go on in the next line; those that end with an empty cell
            do it there, with a bar of its own.
        broken_heads: Whether heads are broken in two.
        notes: Whether labels hold notes, with figures in them.
        numbers: Whether lists have columns of ordinal numbers and codes.
        headings: Whether the titles of sections stand between the tables.
        page_break: Whether a page ends inside each table, so that labels are repeated.
    """

    shape: Shape = Shape.BARS_BEHIND
    spans: Spans = Spans.EMPTY
    separator: bool = False
    padding: int = 0
    broken_rows: bool = False
    broken_heads: bool = False
    notes: bool = False
    numbers: bool = False
    headings: bool = True
    page_break: bool = False

    @property
    def keeps_empty_cells(self) -> bool:
        """Whether an empty cell leaves a trace in every row."""
        return self.shape.has_bars and self.shape is not Shape.BARS_BETWEEN


class Expected(NamedTuple):
    """What a reader should find in a cell.

    Attributes:
        semantic: What the cell means.
        value: The figure, None unless `NUMERIC` or `ZERO`.
        unit: The unit.
        certain: Whether the page tells it. Where it does not, a reader may find nothing
            or an ambiguous figure, but no other one.
    """

    semantic: Semantic
    value: Number | None
    unit: str | None
    certain: bool


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
    return write_grids(lay_out(filled, numbers=layout.numbers), layout)


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
        told from the padding around them.
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
    row = _row_of(table, key[0])
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
        attrs.evolve(cell, continued=False) if cell.text == above[place].text else cell
        for place, cell in enumerate(rows[middle])
    )
    return [*rows[:middle], again, *rows[middle + 1 :]]


def _cells(row: GridRow, layout: TableLayout) -> list[str]:
    spans = layout.spans if layout.shape.has_bars else Spans.DROPPED
    shown = [cell for cell in row if not (cell.continued and spans is Spans.DROPPED)]
    return [
        "" if cell.continued and spans is Spans.EMPTY else _text(cell, layout) for cell in shown
    ]


def _text(cell: GridCell, layout: TableLayout) -> str:
    text = cell.text
    if layout.notes and cell.role is CellRole.LABEL and not text.endswith("）"):
        text += _NOTE
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


# --- strategies


@st.composite
def table_layouts(draw: st.DrawFn, shape: Shape | None = None) -> TableLayout:
    """Layouts of tables.

    Args:
        draw: Supplied by Hypothesis.
        shape: How cells and rows are told apart; None for any way.

    Returns:
        A strategy for `TableLayout`.
    """
    shape = shape or draw(st.sampled_from(Shape))
    rows_on_lines = shape in (Shape.BARS_BEHIND, Shape.BARS_AROUND, Shape.BARS_BETWEEN)
    return TableLayout(
        shape=shape,
        spans=draw(st.sampled_from(Spans)) if shape.has_bars else Spans.DROPPED,
        separator=rows_on_lines and draw(st.booleans()),
        padding=draw(st.sampled_from([0, 0, 1, 3])) if shape.has_bars else 0,
        broken_rows=shape is Shape.BARS_BEHIND and draw(st.booleans()),
        broken_heads=draw(st.booleans()),
        notes=draw(st.booleans()),
        numbers=rows_on_lines and draw(st.booleans()),
        headings=draw(st.booleans()),
        page_break=draw(st.booleans()),
    )
