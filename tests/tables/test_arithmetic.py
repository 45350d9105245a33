"""Which figures of a table add up."""

from __future__ import annotations

from gikparse.data.catalogue import default_catalogue
from gikparse.data.form import Form
from gikparse.data.layout import TableKind, TableSpec
from gikparse.data.rules import SumRule
from gikparse.tables.arithmetic import equations_of, sums_of
from gikparse.tables.glued import Sum
from gikparse.tables.headers import Slot


def table(form: Form, key: str) -> TableSpec:
    return next(t for t in default_catalogue().forms[form].tables if t.key == key)


def slots(spec: TableSpec, *left_out: str) -> list[Slot]:
    shown = [c for c in spec.columns if not c.optional and c.key not in left_out]
    return [Slot(column=column) for column in shown]


def test_the_total_of_a_row_is_the_sum_of_its_applicants() -> None:
    assert sums_of(slots(table(Form.F2021, "requests"))) == [Sum(total=6, parts=(0, 1, 2, 3, 4, 5))]


def test_a_sum_is_known_only_where_all_its_parts_stand() -> None:
    spec = table(Form.F2021, "requests")
    assert sums_of(slots(spec, "other")) == []
    assert sums_of(slots(spec, "total")) == []
    assert sums_of(slots(table(Form.F2021, "article_20_1"))) == []


def test_columns_that_nobody_knows_hold_no_sum() -> None:
    found = slots(table(Form.F2021, "requests"))
    unknown = [Slot(), *found]
    assert sums_of(unknown) == [Sum(total=7, parts=(1, 2, 3, 4, 5, 6))]


def test_a_table_of_one_row_has_its_sums_in_it() -> None:
    spec = table(Form.F2021, "review")
    assert list(equations_of(spec, [])) == []
    (review, direct, after) = sums_of([Slot(column=column) for column in spec.columns])
    assert [len(s.parts) for s in (review, direct, after)] == [4, 4, 4]
    assert review == Sum(total=4, parts=(0, 1, 2, 3))
    assert direct == Sum(total=9, parts=(5, 6, 7, 8))


def test_the_rows_of_requests_add_up() -> None:
    spec = table(Form.F2021, "requests")
    present = [row.key for row in spec.rows]
    terms = [equation.terms for equation in equations_of(spec, present)]
    totals = {found[0][0]: found for found in terms if found[0][1] == -1}
    for found in totals.values():
        assert all(sign == 1 for _, sign in found[1:])
        assert len(found) > 2
    (balance,) = [found for found in terms if found[0][1] == 1]
    signs = [sign for _, sign in balance]
    assert (signs.count(1), signs.count(-1)) == (2, 2)
    rules = [rule for rule in spec.rules if getattr(rule, "total", None) in totals]
    assert {rule.total: len(rule.parts) for rule in rules if not rule.optional} == {
        rule.total: len(totals[rule.total]) - 1 for rule in rules if not rule.optional
    }


def test_parts_that_a_page_leaves_out_count_only_where_it_has_them() -> None:
    for form in Form:
        for spec in default_catalogue().forms[form].tables:
            for rule in spec.rules:
                optional = rule.optional if isinstance(rule, SumRule) else ()
                if optional and not rule.derived and not rule.usual:
                    without = [e.terms for e in equations_of(spec, [])]
                    present = [e.terms for e in equations_of(spec, [*optional])]
                    wanted = [(part, 1) for part in optional]
                    (short,) = [t for t in without if t[0] == (rule.total, -1)]
                    (long,) = [t for t in present if t[0] == (rule.total, -1)]
                    assert [term for term in long if term not in short] == wanted


def test_sums_that_are_only_usual_or_derived_are_no_equations() -> None:
    for form in Form:
        for spec in default_catalogue().forms[form].tables:
            is_single = spec.kind is TableKind.SINGLE
            rules = [r for r in spec.rules if isinstance(r, SumRule) and not is_single]
            kept = [rule.total for rule in rules if not rule.derived and not rule.usual]
            terms = [equation.terms for equation in equations_of(spec, [])]
            assert [t[0][0] for t in terms if t[0][1] == -1] == kept
