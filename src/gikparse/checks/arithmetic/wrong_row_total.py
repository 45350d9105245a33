"""GIK301: a row whose columns do not add up to its total."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.arithmetic.telling import column_name, row_totals, tell
from gikparse.checks.rule import Rule
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.indicators import Indicator
    from gikparse.report import Report

KIND = Kind(
    code="GIK301",
    name="wrong-row-total",
    severity=Severity.ERROR,
    message="the columns of {row} add up to {added}, but its total is {stated}",
    chinese="“{row}”一行各列之和为{added}，总计却为{stated}",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """The columns of a row do not add up to its total.

    ## What it reports

    A row of 申请人情况 in the forms of 2019 and 2021 whose 总计 is not the sum of its six columns of
    applicants. Nothing is said of a row with an empty or unreadable cell. Where one wrong figure
    breaks other sums of the table too, it is reported once, and the finding tells the figure
    that would make them all hold.

    ## Why it matters

    Whoever adds up requests by kind of applicant gets another number than whoever reads the totals.

    ## Example

    ```text
    三、收到和处理政府信息公开申请情况
    | （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 | | | | | | |
    | | 自然人 | 法人或其他组织 | | | | | 总计 |
    | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |
    | 一、本年新收政府信息公开申请数量 | 7 | 2 | 0 | 0 | 0 | 0 | 8 |
    ```

    ## What to do

    Compare with the register of requests, and correct the total or the column that is wrong.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号: the table 收到和处理政府信息公开申请情况, whose
    column 总计 sums up the kinds of applicants.
    """
    for fault in row_totals(report):
        table = fault.sum.equation.table

        def name(operand: Indicator) -> str:
            return column_name(table, operand.column)  # noqa: B023 - used before the next turn

        yield tell(KIND, fault, name=name, row=fault.sum.total[0].label)


RULE = Rule(kind=KIND, find=find)
