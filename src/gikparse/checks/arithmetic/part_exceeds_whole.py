"""GIK303: a figure greater than the one that it counts a part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.arithmetic.equations import equations_of
from gikparse.checks.arithmetic.judging import figure, is_certain
from gikparse.checks.arithmetic.sheets import find_sheets
from gikparse.checks.arithmetic.telling import value_of
from gikparse.checks.rule import Rule
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.indicators import Indicator
    from gikparse.report import Report

KIND = Kind(
    code="GIK303",
    name="part-exceeds-whole",
    severity=Severity.ERROR,
    message="{part} is {found}, but it is a part of {whole}, which is {stated}",
    chinese="“{part}”为{found}，大于其所属的“{whole}”{stated}",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A figure is greater than the one that it counts a part of.

    ## What it reports

    A row under 其中 that exceeds the row of which its form says that it is a part: 主动公开规范性文件数
    of 主动公开政府信息数, the press conferences and interviews that the head of the agency attended of all
    of them.

    ## Why it matters

    One of the two figures is wrong.

    ## Example

    ```text
    | 指标 | 单位 | 数量 |
    | 一、主动公开情况 | — | |
    | （一）主动公开政府信息数 | 条 | 18 |
    | 其中：主动公开规范性文件数 | 条 | 21 |
    ```

    ## What to do

    Compare with the register, and correct the figure that is wrong. Mind the units: 条 counts
    pieces of information, and 件 counts documents.

    ## Source

    国办发〔2014〕32号: the rows 其中 of 政府信息公开情况统计表.
    """
    for sheet in find_sheets(report):
        values = sheet.values
        for limit in equations_of(report.catalogue, sheet.form).limits:
            part, whole = limit.parts[0], limit.total[0]
            if part in values and whole in values and values[part] > values[whole]:
                yield from _tell(sheet.cells[part], sheet.cells[whole])


def _tell(part: Indicator, whole: Indicator) -> Iterator[Diagnostic]:
    if part.base_unit != whole.base_unit or figure(part) <= figure(whole):
        return
    if is_certain(part) and is_certain(whole):
        yield KIND.at(
            part.span,
            related=(value_of(whole, whole.label),),
            part=part.label,
            found=part.value,
            whole=whole.label,
            stated=whole.value,
        )


RULE = Rule(kind=KIND, find=find)
