"""How the rules of arithmetic tell a fault: what its figures are called, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from gikparse.checks.arithmetic.faults import Fault, Suspect, find_faults
from gikparse.checks.arithmetic.judging import Sum
from gikparse.data.layout import TableKind, TableSpec
from gikparse.data.rules import BalanceRule, ColumnRule, SumRule
from gikparse.diagnostics import Diagnostic, Kind, Related
from gikparse.indicators import Indicator
from gikparse.report import Report


def row_totals(report: Report) -> Iterator[Fault]:
    """The faults in sums across the columns of a row."""
    return (fault for fault in find_faults(report) if isinstance(fault.rule, ColumnRule))


def balances(report: Report) -> Iterator[Fault]:
    """The faults in balances."""
    return (fault for fault in find_faults(report) if isinstance(fault.rule, BalanceRule))


def sums(report: Report, *, single: bool) -> Iterator[Fault]:
    """The faults in sums of rows or, with `single`, in tables of one row that has several sums."""
    for fault in find_faults(report):
        is_single = fault.sum.equation.table.kind is TableKind.SINGLE
        if isinstance(fault.rule, SumRule) and is_single is single:
            yield fault


def tell(
    kind: Kind, fault: Fault, *, name: Callable[[Indicator], str], **values: object
) -> Diagnostic:
    """A diagnostic about a broken sum, at its total, which points at all its figures.

    Args:
        kind: The kind of diagnostic; its templates may name `added`, `stated` and the values.
        fault: The fault.
        name: What to call a figure of the sum.
        values: What else the templates name.
    """
    judged = fault.sum
    here = judged.total[0]
    related = [
        value_of(operand, name(operand)) for operand in judged.operands if operand is not here
    ]
    if fault.suspect is not None:
        related.insert(0, _suspected(fault.suspect))
    related += (_in_column(other) for other in fault.alike)
    return kind.at(
        here.span, related=tuple(related), added=judged.added, stated=judged.stated, **values
    )


def value_of(indicator: Indicator, name: str) -> Related:
    """A figure as a place that explains a finding."""
    value = indicator.value
    return Related(
        span=indicator.span,
        message=f"{name} is {value}",
        chinese=f"“{name}”为{value}",
        value=value,
    )


def _suspected(suspect: Suspect) -> Related:
    count = len(suspect.sums) - 1
    others = f"{count} other{'s' * (count > 1)}"
    return Related(
        span=suspect.indicator.span,
        message=f"{suspect.meant} here would make this sum hold, and {others}",
        chinese=f"此处若为{suspect.meant}，则本式及另外{count}个不成立的算式均成立",
        value=suspect.indicator.value,
    )


def _in_column(other: Sum) -> Related:
    column = column_name(other.equation.table, other.equation.column)
    return Related(
        span=other.total[0].span,
        message=f"in the column {column} it is {other.added} against {other.stated}",
        chinese=f"“{column}”列为{other.added}，与{other.stated}不符",
        value=other.total[0].value,
    )


def column_name(table: TableSpec, key: str | None) -> str:
    """What the form prints over a column."""
    column = table.column(key)
    return column.text if column else ""


def column_of(fault: Fault) -> str:
    """What the form prints over the column of a fault."""
    return column_name(fault.sum.equation.table, fault.sum.equation.column)


def group_name(table: TableSpec, id_: str) -> str:
    """What the form prints over the columns that add up to one, in a table of one row."""
    path = next((column.path for column in table.columns if column.id == id_), ())
    return "/".join(path[:-1])


def labels(indicators: Iterable[Indicator]) -> str:
    """What several figures are called."""
    return " + ".join(indicator.label for indicator in indicators)


def label(indicator: Indicator) -> str:
    """What a figure is called."""
    return indicator.label
