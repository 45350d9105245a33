"""Forms whose sums hold raise nothing, however they are laid out; one wrong figure is one finding."""

import attrs
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import gikparse
from gikparse import Form
from gikparse.data.catalogue import default_catalogue
from gikparse.testing.filling import Figure, FilledForm, filled_forms
from gikparse.testing.table_layouts import Shape, TableLayout, table_layouts
from gikparse.testing.tables import render_table

#: A whole form takes long to fill in.
EXAMPLES = 25
AROUND = TableLayout(shape=Shape.BARS_AROUND)
NATIONAL = tuple(form for form in Form if form is not Form.LOCAL)


def found(filled: FilledForm, layout: TableLayout) -> list[gikparse.Diagnostic]:
    year = default_catalogue().forms[filled.form].first_year
    text = f"某某县{year}年政府信息公开工作年度报告\n{render_table(filled, layout)}"
    return list(gikparse.check(gikparse.parse(text), select="GIK3", ignore="GIK306"))


@settings(max_examples=EXAMPLES)
@given(filled_forms(blanks=True, spellings=True), table_layouts())
def test_sums_that_hold(filled: FilledForm, layout: TableLayout) -> None:
    assert found(filled, layout) == []


@st.composite
def with_one_wrong_total(draw: st.DrawFn) -> tuple[FilledForm, str]:
    """A national form in which one figure that is the sum of others is too great by one."""
    filled = draw(filled_forms(form=draw(st.sampled_from(NATIONAL)), most=999))
    place = draw(st.integers(0, len(filled.tables) - 1))
    table = filled.tables[place]
    totals = {row.key for row in table.spec.rows if row.sum and not row.group}
    totals |= {column.id for column in table.spec.columns if column.id and column.sum}
    keys = [key for key in table.figures if key[0] in totals or key[1] == "total"]
    assume(keys)
    key = draw(st.sampled_from(keys))
    value = table.figures[key].value
    assert value is not None
    wrong = Figure(written=str(value + 1), semantic=gikparse.Semantic.NUMERIC, value=value + 1)
    tables = list(filled.tables)
    tables[place] = attrs.evolve(table, figures={**table.figures, key: wrong})
    return attrs.evolve(filled, tables=tuple(tables)), wrong.written


@settings(max_examples=EXAMPLES)
@given(with_one_wrong_total())
def test_one_wrong_total(case: tuple[FilledForm, str]) -> None:
    filled, wrong = case
    (diagnostic,) = found(filled, AROUND)
    assert wrong in diagnostic.message
