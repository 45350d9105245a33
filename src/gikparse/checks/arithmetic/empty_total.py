"""GIK306: an empty total over parts that are filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.arithmetic.equations import equations_of
from gikparse.checks.arithmetic.judging import is_certain
from gikparse.checks.arithmetic.sheets import find_sheets
from gikparse.checks.arithmetic.telling import column_name, value_of
from gikparse.checks.rule import Rule
from gikparse.data.layout import TableKind
from gikparse.data.rules import ColumnRule
from gikparse.diagnostics import Diagnostic, Kind, Severity
from gikparse.values import Semantic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.checks.arithmetic.equations import Equation
    from gikparse.checks.arithmetic.sheets import Sheet
    from gikparse.indicators import Indicator
    from gikparse.report import Report

KIND = Kind(
    code="GIK306",
    name="empty-total",
    severity=Severity.INFO,
    message="the total {total} is empty; its parts add up to {added}",
    chinese="合计项“{total}”未填写，其各分项之和为{added}",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A total is empty, and its parts are filled in.

    ## What it reports

    An empty cell for a sum whose parts all have a figure; the finding tells what they add up to. A
    total of which a part is empty too is not reported, for nothing tells what it would be.

    ## Why it matters

    An empty cell is no figure: whoever reads the totals finds none, though the report has it.

    ## Example

    ```text
    | 指标 | 单位 | 数量 |
    | 三、依申请公开情况 | — | |
    | （二）申请办结数 | 件 | |
    | 1．按时办结数 | 件 | 10 |
    | 2．延期办结数 | 件 | 1 |
    ```

    ## What to do

    Fill in the sum, after a look at whether each part is right.

    ## Source

    国办发〔2014〕32号, 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号: each total is a figure of its own.
    """
    for sheet in find_sheets(report):
        for equation in equations_of(report.catalogue, sheet.form).sums:
            total = sheet.cells.get(equation.total[0]) if len(equation.total) == 1 else None
            if total is not None and total.semantic is Semantic.EMPTY:
                yield from _tell(equation, sheet)


def _tell(equation: Equation, sheet: Sheet) -> Iterator[Diagnostic]:
    keys = (*equation.parts, *(key for key in equation.optional if key in sheet.cells))
    parts = [sheet.cells[key] for key in keys if key in sheet.values]
    if not parts or len(parts) < len(keys) or not all(map(is_certain, parts)):
        return
    total = sheet.cells[equation.total[0]]
    names = [total.label]
    if equation.table.kind is not TableKind.SINGLE:
        names.append(column_name(equation.table, total.column))
    yield KIND.at(
        total.span,
        related=tuple(value_of(part, _name(part, equation)) for part in parts),
        total="/".join(names),
        added=sum(sheet.values[key] for key in keys),
    )


def _name(part: Indicator, equation: Equation) -> str:
    if isinstance(equation.rule, ColumnRule):
        return column_name(equation.table, part.column)
    return part.label


RULE = Rule(kind=KIND, find=find)
