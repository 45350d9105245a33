"""GIK214: a count that is no whole number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.tables.cells import FilledCell, filled_cells
from gikparse.diagnostics import Diagnostic, Kind, Severity
from gikparse.values import is_counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK214",
    name="fractional-count",
    severity=Severity.ERROR,
    message="{label} is {value}, but counts whole {unit}",
    chinese="“{label}”为{value}，以“{unit}”计数的指标应为整数",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A count is no whole number.

    ## What it reports

    A figure with a fraction in a value cell whose unit counts things: 件, 条, 次, 人, 项 and the like.
    Amounts of money may have fractions; a cell for which neither form nor page states a unit is not
    looked at.

    ## Why it matters

    There is no half a request. A full stop was typed for a comma, two figures were joined, or the
    figure was written in 万 though the form counts single ones.

    ## Example

    ```text
    二、主动公开政府信息情况
    | 第二十条第（一）项 |  |  |  |
    | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    | 规章 | 0 | 0 | 0 |
    | 行政规范性文件 | 1.2 | 1 | 48 |
    ```

    ## What to do

    Write the whole number, in the form's unit.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, the tables of the report's second, third
    and fourth part; 国办发〔2014〕32号, the statistical table.
    """
    for cell in filled_cells(report):
        value = cell.figure.value
        if value is None or value == int(value):
            continue
        if (unit := _counting_unit(cell)) is not None:
            yield KIND.at(cell.figure.span, label=cell.label, value=value, unit=unit)


def _counting_unit(cell: FilledCell) -> str | None:
    """The unit, where page and form both count with it."""
    units = [unit for unit in (cell.unit, cell.figure.unit) if unit is not None]
    return units[0] if units and all(map(is_counted, units)) else None


RULE = Rule(kind=KIND, find=find)
