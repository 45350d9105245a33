"""Pages with one cell too few, too many, or torn: no other row may change for it."""

import attrs
from edits import id_of, read, with_cells, wrong
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gikparse.testing import FilledForm, Shape, TableLayout, filled_forms, table_layouts
from gikparse.testing.expecting import expected_cells
from gikparse.testing.grids import CellRole, GridCell
from gikparse.testing.tables import lay_out_as, write_grids

#: What may stand in a cell that is one too many.
STRAY = st.sampled_from(["", "0", "7", "12", "—", "见附表"])


@attrs.frozen(kw_only=True)
class Damaged:
    """A page with one damaged row, and the ids of the figures in that row."""

    filled: FilledForm
    layout: TableLayout
    touched: frozenset[str | None]
    text: str

    def others_wrong(self) -> list[str]:
        """What is wrong in the rows that nobody has touched."""
        expected = expected_cells(self.filled, self.layout)
        others = {key: cell for key, cell in expected.items() if key[0] not in self.touched}
        _, found = read(self.text)
        return wrong(others, found)


def figures(row: tuple[GridCell, ...], *, least: int = 0) -> list[int]:
    """The places of the figures of a row that have so many characters."""
    values = (p for p, c in enumerate(row) if c.role is CellRole.VALUE and not c.continued)
    return [place for place in values if len(row[place].text) >= least]


@st.composite
def damaged(draw: st.DrawFn, kind: str, *, glued: bool = False) -> Damaged:
    """Pages with one row that lacks a cell, has one too many, or has one torn."""
    # A glued run says what it says: an empty cell leaves no trace in it.
    filled = draw(filled_forms(blanks=not glued))
    shapes = [shape for shape in Shape if (shape is Shape.GLUED) is glued]
    layout = draw(st.sampled_from(shapes).flatmap(table_layouts))
    grids = list(lay_out_as(filled, layout))
    place = draw(st.integers(0, len(grids) - 1))
    grid = grids[place]
    least = 2 if kind == "split" else 0
    rows = [r for r in range(grid.head, len(grid.rows)) if figures(grid.rows[r], least=least)]
    assume(rows)
    row = draw(st.sampled_from(rows))
    cells = list(grid.rows[row])
    at = draw(st.sampled_from(figures(grid.rows[row], least=least)))
    if kind == "delete":
        del cells[at]
    elif kind == "add":
        cells.insert(at, GridCell(text=draw(STRAY), role=CellRole.VALUE))
    else:
        text = cells[at].text
        middle = draw(st.integers(1, len(text) - 1))
        halves = (text[:middle], text[middle:])
        cells[at : at + 1] = [attrs.evolve(cells[at], text=half) for half in halves]
    grids[place] = with_cells(grid, row, cells)
    return Damaged(
        filled=filled,
        layout=layout,
        touched=frozenset(id_of(grid.table, cell.key) for cell in grid.rows[row] if cell.key),
        text=write_grids(grids, layout),
    )


MANY = settings(max_examples=settings().max_examples // 3)  # a form has hundreds of cells


@MANY
@given(damaged("delete"))
def test_a_cell_that_is_missing(page: Damaged) -> None:
    assert page.others_wrong() == []


@MANY
@given(damaged("add"))
def test_a_cell_too_many(page: Damaged) -> None:
    assert page.others_wrong() == []


@MANY
@given(damaged("split"))
def test_a_cell_that_is_torn(page: Damaged) -> None:
    assert page.others_wrong() == []


@settings(max_examples=settings().max_examples // 10)
@given(st.sampled_from(["delete", "add", "split"]).flatmap(lambda kind: damaged(kind, glued=True)))
def test_a_damaged_cell_in_a_glued_page(page: Damaged) -> None:
    assert page.others_wrong() == []
