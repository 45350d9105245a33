"""Forms whose cells, totals too, were emptied without a care for their sums: no figure is misplaced."""

import attrs
import pytest
from edits import read, wrong
from hypothesis import given, settings
from hypothesis import strategies as st

from gikparse.testing import FilledForm, Shape, expected_cells, filled_forms, render_table
from gikparse.testing.filling import Figure
from gikparse.testing.table_layouts import table_layouts
from gikparse.values import Semantic

EMPTY = Figure(written="", semantic=Semantic.EMPTY)
FEW = settings(max_examples=settings().max_examples // 5)  # a form has hundreds of cells


@st.composite
def emptied(draw: st.DrawFn) -> FilledForm:
    """Filled forms of which one cell in two to twenty is empty."""
    filled = draw(filled_forms(most=999))
    random = draw(st.randoms(use_true_random=False))
    share = draw(st.sampled_from([0.05, 0.15, 0.5]))
    return attrs.evolve(
        filled,
        tables=tuple(
            attrs.evolve(
                table,
                figures={
                    key: EMPTY if random.random() < share else figure
                    for key, figure in table.figures.items()
                },
            )
            for table in filled.tables
        ),
    )


@pytest.mark.parametrize("shape", Shape, ids=lambda shape: shape.name.lower())
@FEW
@given(filled=emptied(), data=st.data())
def test_an_empty_cell_moves_no_figure(
    shape: Shape, filled: FilledForm, data: st.DataObject
) -> None:
    layout = data.draw(table_layouts(shape))
    _, found = read(render_table(filled, layout))
    assert wrong(expected_cells(filled, layout), found) == []
