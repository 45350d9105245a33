"""Tables that are filled in right raise nothing; one changed cell raises its rule, there and nowhere else."""

from collections.abc import Sequence

import attrs
import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

import gikparse
from gikparse import Form, Severity
from gikparse.data.catalogue import default_catalogue
from gikparse.data.layout import RowSpec
from gikparse.testing.filling import Figure, FilledForm, FilledTable, filled_forms
from gikparse.testing.tables import Shape, TableLayout, render_table
from gikparse.values import Semantic

AROUND = TableLayout(shape=Shape.BARS_AROUND)
#: A whole form takes long to fill in, and longer to make smaller.
whole = settings(max_examples=25, phases=[Phase.explicit, Phase.generate])
NATIONAL = tuple(form for form in Form if form is not Form.LOCAL)


def text_of(filled: FilledForm, layout: TableLayout = AROUND) -> str:
    year = default_catalogue().forms[filled.form].first_year
    return f"某某县{year}年政府信息公开工作年度报告\n{render_table(filled, layout)}"


def found(text: str) -> list[tuple[str, str]]:
    """Code and text of each warning and error about the tables."""
    report = gikparse.parse(text)
    return [
        (d.code, report.source.text[d.span])
        for d in gikparse.check(report, select="GIK2")
        if d.severity >= Severity.WARNING
    ]


@whole
@given(
    filled_forms(),
    st.sampled_from([Shape.BARS_AROUND, Shape.BARS_BEHIND, Shape.STACKED_BARS_BEHIND]),
)
def test_tables_that_are_filled_in_raise_nothing(filled: FilledForm, shape: Shape) -> None:
    assert found(text_of(filled, TableLayout(shape=shape))) == []


@st.composite
def with_one_cell(
    draw: st.DrawFn, written: Sequence[str], *, signed: bool = True, money: bool = True
) -> tuple[FilledForm, str, str]:
    """A national form with one cell changed, what now stands there, and what the cell says."""
    filled = draw(filled_forms(form=draw(st.sampled_from(NATIONAL))))
    place = draw(st.integers(0, len(filled.tables) - 1))
    table = filled.tables[place]
    keys = [key for key in table.figures if is_fit(table, key, signed=signed, money=money)]
    assume(keys)
    key = draw(st.sampled_from(keys))
    change = draw(st.sampled_from(written))
    figures = {**table.figures, key: Figure(written=change, semantic=Semantic.TEXT)}
    tables = list(filled.tables)
    tables[place] = attrs.evolve(table, figures=figures)
    return attrs.evolve(filled, tables=tuple(tables)), change, key[0]


def is_fit(table: FilledTable, key: tuple[str, str | None], *, signed: bool, money: bool) -> bool:
    row, column = table.spec.row(key[0]), table.spec.column(key[1])
    if row is None or column is None:
        return True  # a table of kind SINGLE counts cases
    if row.id is None:
        return False  # a row that only some agencies have gives no indicator
    counts = table.spec.unit_of(row, column) not in ("万元", None)
    return (signed or not column.signed) and (money or counts)


@pytest.mark.parametrize(
    ("code", "written", "fit"),
    [
        ("GIK212", ("—", "/", "无", "详见附表"), {}),
        ("GIK213", ("-1", "-20"), {"signed": False}),
        ("GIK214", ("1.5", "0.2"), {"money": False}),
    ],
)
@whole
@given(data=st.data())
def test_one_wrong_cell(
    data: st.DataObject, code: str, written: tuple[str, ...], fit: dict[str, bool]
) -> None:
    filled, change, _ = data.draw(with_one_cell(written, **fit))
    assert found(text_of(filled)) == [(code, change)]


@whole
@given(with_one_cell([""]))
def test_one_empty_cell(case: tuple[FilledForm, str, str]) -> None:
    filled, _, _ = case
    ((code, row),) = found(text_of(filled))
    assert code == "GIK211"
    assert "" in [cell.strip() for cell in row.split("|")]


def nothing_to_count(form: Form, key: str) -> FilledForm:
    spec = default_catalogue().forms[form].table(key)
    assert spec is not None
    figures = {
        (row.key, column.key): Figure(written="0", semantic=Semantic.ZERO, value=0)
        for row in spec.rows
        if not row.group
        for column in spec.columns
    }
    return FilledForm(form=form, tables=(FilledTable(spec=spec, rows=spec.rows, figures=figures),))


REQUESTS = nothing_to_count(Form.F2021, "requests")
VALUED = [row for row in REQUESTS.tables[0].rows if not row.group]


@pytest.mark.parametrize("lost", VALUED, ids=[row.id for row in VALUED])
def test_a_row_left_out(lost: RowSpec) -> None:
    lines = text_of(REQUESTS).splitlines()
    (row,) = (line for line in lines if f"| {lost.marker}{lost.text}" in line)
    report = gikparse.parse("\n".join(line for line in lines if line != row))
    (missing,) = gikparse.check(report, select="GIK2")
    assert missing.code == "GIK202"
    assert lost.label in missing.message


@whole
@given(filled_forms(form=Form.F2019), st.sampled_from([2018, 2021, 2025]))
def test_the_form_of_another_year(filled: FilledForm, year: int) -> None:
    text = text_of(filled).replace("2019年", f"{year}年")
    ((code, _),) = found(text)
    assert code == "GIK216"


@whole
@given(filled_forms(form=Form.F2014))
def test_another_unit(filled: FilledForm) -> None:
    text = text_of(filled)
    wrong = text.replace("| 万元 |", "| 元 |", 1)
    assume(wrong != text)
    ((code, _),) = found(wrong)
    assert code == "GIK215"
