"""GIK304: requests that came in and requests that were dealt with do not balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.arithmetic.telling import balances, column_of, label, labels, tell
from gikparse.checks.rule import Rule
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK304",
    name="unbalanced-requests",
    severity=Severity.ERROR,
    message="in the column {column}, {left} is {added}, but {right} is {stated}",
    chinese="“{column}”列不平衡：{left}为{added}，{right}为{stated}",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """What came in and what was dealt with do not balance.

    ## What it reports

    A column of 申请人情况 in which 本年新收 and 上年结转 together are not 办理结果总计 and 结转下年度
    together. The finding stands at 总计. Several columns are reported once. Nothing is said of a column that lacks one of the four
    figures. A figure that breaks the sum of its row too is reported there.

    ## Why it matters

    The form prints this equation over the table. Where it fails, requests were lost or counted
    twice, and readers see it at once.

    ## Example

    ```text
    三、收到和处理政府信息公开申请情况
    | （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 |
    | | 总计 |
    | 一、本年新收政府信息公开申请数量 | 117 |
    | 二、上年结转政府信息公开申请数量 | 3 |
    | （七）总计 | 171 |
    | 四、结转下年度继续办理 | 0 |
    ```

    ## What to do

    Count the requests that are still open at the end of the year, and compare the other
    figures with the register and with the report of the year before.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号: 本列数据的勾稽关系为：第一项加第二项之和，
    等于第三项加第四项之和.
    """
    for fault in balances(report):
        left, right = labels(fault.sum.parts), labels(fault.sum.total)
        yield tell(KIND, fault, name=label, column=column_of(fault), left=left, right=right)


RULE = Rule(kind=KIND, find=find)
