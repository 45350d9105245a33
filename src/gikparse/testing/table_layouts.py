"""The layouts that tables have in real reports."""

from __future__ import annotations

from enum import Enum

import attrs
from hypothesis import strategies as st

from gikparse.folding import unify_forms
from gikparse.testing.showing import Shown


class Shape(Enum):
    """How cells and rows are told apart.

    Example:
        >>> TableLayout().shape, TableLayout().shape.has_bars, TableLayout().shape.is_stacked
        (<Shape.BARS_BEHIND: 'a | b |'>, True, False)
    """

    #: A row a line, a bar behind each cell: a | b |
    BARS_BEHIND = "a | b |"
    #: A row a line, bars on both sides: | a | b |
    BARS_AROUND = "| a | b |"
    #: A row a line, drawn: │a│b│, and a line such as ├──┼──┤ behind it.
    DRAWN = "│a│b│"
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
        return "|" in unify_forms(self.value)

    @property
    def is_stacked(self) -> bool:
        """Whether each cell stands on a line of its own."""
        return "⏎" in self.value


class Spans(Enum):
    """What becomes of cells that span several rows or columns.

    Example:
        >>> TableLayout().spans
        <Spans.EMPTY: 'empty'>
    """

    #: Their other places are empty.
    EMPTY = "empty"
    #: Their other places are left out.
    DROPPED = "dropped"
    #: They are repeated in each of their places.
    REPEATED = "repeated"


@attrs.frozen(kw_only=True, repr=False)
class TableLayout(Shown):
    """How tables are written.

    Attributes:
        shape: How cells and rows are told apart.
        spans: What becomes of spans; without bars they are always dropped.
        separator: Whether a line of dashes divides head and body: `|---|---|`
        padding: How many empty cells stand behind each row.
        broken_rows: Whether rows go on in the next line; those that end with an empty cell
            do it there, with a bar of its own.
        broken_heads: Whether heads are broken in two.
        vertical: Whether the label of a group of rows stands a character a line, where each
            cell stands in lines of its own.
        pairs: Whether two figures side by side stand in one cell, with a blank between them.
        ragged: Whether the rows of a matrix are cut short, to their first figure and their total;
            padding bars stand behind them.
        notes: Whether labels hold notes, with figures in them.
        numbers: Whether lists have columns of ordinal numbers and codes.
        guide: Whether a row names the columns of a list: 甲 乙 丙 1 2.
        stretched: Whether the blocks are made equally wide: their last columns span more places.
        headings: Whether the titles of sections stand between the tables.
        page_break: Whether a page ends inside each table, so that labels are repeated.

    Example:
        >>> TableLayout(separator=True).keeps_empty_cells, TableLayout(shape=Shape.FLAT).keeps_empty_cells
        (True, False)
    """

    shape: Shape = Shape.BARS_BEHIND
    spans: Spans = Spans.EMPTY
    separator: bool = False
    padding: int = 0
    broken_rows: bool = False
    broken_heads: bool = False
    vertical: bool = False
    pairs: bool = False
    ragged: bool = False
    notes: bool = False
    numbers: bool = False
    guide: bool = False
    stretched: bool = False
    headings: bool = True
    page_break: bool = False

    @property
    def keeps_empty_cells(self) -> bool:
        """Whether an empty cell leaves a trace in every row."""
        return self.shape.has_bars


#: The layouts whose rows are cut short in real reports.
_RAGGED = (Shape.BARS_BEHIND, Shape.BARS_AROUND, Shape.STACKED_BARS_BEHIND)
_RARELY = st.integers(0, 3).map((3).__eq__)


@st.composite
def table_layouts(draw: st.DrawFn, shape: Shape | None = None) -> TableLayout:
    """Layouts of tables.

    Args:
        draw: Supplied by Hypothesis.
        shape: How cells and rows are told apart; None for any way.

    Returns:
        A strategy for `TableLayout`.

    Example:
        >>> from hypothesis import find
        >>> find(table_layouts(shape=Shape.BARS_BEHIND), lambda _: True).separator
        False
    """
    shape = shape or draw(st.sampled_from(Shape))
    rows_on_lines = shape in (
        Shape.BARS_BEHIND,
        Shape.BARS_AROUND,
        Shape.DRAWN,
        Shape.BARS_BETWEEN,
    )
    return TableLayout(
        shape=shape,
        spans=draw(st.sampled_from(Spans)) if shape.has_bars else Spans.DROPPED,
        separator=rows_on_lines and draw(st.booleans()),
        padding=draw(st.sampled_from([0, 0, 1, 3])) if shape.has_bars else 0,
        broken_rows=shape is Shape.BARS_BEHIND and draw(st.booleans()),
        broken_heads=draw(st.booleans()),
        vertical=shape is Shape.PARAGRAPHS and draw(st.booleans()),
        pairs=shape.has_bars and draw(_RARELY),
        ragged=shape in _RAGGED and draw(_RARELY),
        notes=draw(st.booleans()),
        numbers=rows_on_lines and draw(st.booleans()),
        guide=draw(st.booleans()),
        stretched=draw(st.booleans()),
        headings=draw(st.booleans()),
        page_break=draw(st.booleans()),
    )
