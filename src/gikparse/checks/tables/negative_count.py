"""GIK213: a count below zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.tables.cells import filled_cells
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK213",
    name="negative-count",
    severity=Severity.ERROR,
    message="{label} is {value}, but counts what cannot be less than none",
    chinese="“{label}”为{value}，此项不可能为负数",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A figure is negative that cannot be.

    ## What it reports

    A value cell of a statistics form with a figure below 0. Only 本年增/减 in the form of 2019 may
    be negative. Figures that were glued together and cannot be told apart are not looked at.

    ## Why it matters

    Nobody received less than no request and published less than no document. Mostly a difference to
    the year before was written into the wrong column, or a dash slipped before the figure.

    ## Example

    ```text
    二、主动公开政府信息情况
    | 第二十条第（一）项 |  |  |  |
    | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    | 规章 | 0 | 0 | 0 |
    | 行政规范性文件 | 12 | -3 | 48 |
    ```

    ## What to do

    Write the number itself.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, the tables of the report's second, third
    and fourth part; 国办发〔2014〕32号, the statistical table.
    """
    for cell in filled_cells(report):
        value = cell.figure.value
        if value is not None and value < 0 and not cell.column.signed:
            yield KIND.at(cell.figure.span, label=cell.label, value=value)


RULE = Rule(kind=KIND, find=find)
