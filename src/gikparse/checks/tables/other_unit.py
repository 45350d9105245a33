"""GIK215: a unit that is not the form's."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.tables.cells import FilledCell, filled_cells
from gikparse.data.form import Form
from gikparse.diagnostics import Diagnostic, Kind, Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK215",
    name="other-unit",
    severity=Severity.WARNING,
    message="{label} is stated in {unit}, the form wants {wanted}",
    chinese="“{label}”的单位为“{unit}”，表格式样规定为“{wanted}”",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A unit is not the one that the form prints.

    ## What it reports

    A row of a national form whose unit, in its cell, its label or its column of units, is another
    than the form's: 元 for 万元, 次 for 人次. Local tables have units of their own and are not looked
    at; nor are cells for which the form states none.

    ## Why it matters

    Figures in 元 and in 万元 differ by four digits, and who adds up the figures of many agencies
    relies on the form. A changed 件 or 条 shows that something else was counted.

    ## Example

    ```text
    二、主动公开政府信息情况
    | 第二十条第（八）项 |  |
    | 信息内容 | 本年收费金额（单位：元） |
    | 行政事业性收费 | 52384600 |
    ```

    ## What to do

    Give the figure in the form's unit, and print the form's label.

    ## Source

    国办公开办函〔2021〕30号, 国办公开办函〔2019〕60号 and 国办发〔2014〕32号: the units that the
    forms print.
    """
    cells = (cell for cell in filled_cells(report) if cell.figure.form is not Form.LOCAL)
    wrong = (cell for cell in cells if _differs(cell))
    for _, row in groupby(wrong, key=lambda cell: (id(cell.figure.table), cell.figure.id)):
        first, *others = row
        related = tuple(
            Related(
                span=cell.figure.span,
                message=f"{cell.label}: {cell.figure.value}",
                chinese=f"{cell.label}：{cell.figure.value}",
            )
            for cell in others
        )
        figure = first.figure
        yield KIND.at(
            figure.span, related=related, label=first.label, unit=figure.unit, wanted=first.unit
        )


def _differs(cell: FilledCell) -> bool:
    stated, wanted = cell.figure.unit, cell.unit
    return cell.figure.value is not None and None not in (stated, wanted) and stated != wanted


RULE = Rule(kind=KIND, find=find)
