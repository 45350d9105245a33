"""GIK305: a total of reviews or lawsuits that is not the sum of their outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.arithmetic.telling import group_name, label, sums, tell
from gikparse.checks.rule import Rule
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK305",
    name="wrong-case-total",
    severity=Severity.ERROR,
    message="the outcomes of {cases} add up to {added}, but their total is {stated}",
    chinese="“{cases}”各结果之和为{added}，总计却为{stated}",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """The outcomes of reviews or lawsuits do not add up to their total.

    ## What it reports

    A 总计 in the table of 行政复议、行政诉讼 that is not the sum of 结果维持, 结果纠正, 其他结果 and
    尚未审结 before it. Nothing is said where one of the five cells is empty or could not be read.

    ## Why it matters

    The totals are what other tables and other reports are compared with.

    ## Example

    ```text
    四、政府信息公开行政复议、行政诉讼情况
    | 行政复议 | | | | |
    | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
    | 10 | 1 | 0 | 0 | 0 |
    ```

    ## What to do

    Compare with the decisions of the year, and correct the total or the outcome that is wrong.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号: the table 政府信息公开行政复议、行政诉讼情况.
    """
    for fault in sums(report, single=True):
        cases = group_name(fault.sum.equation.table, fault.sum.total[0].id)
        yield tell(KIND, fault, name=label, cases=cases)


RULE = Rule(kind=KIND, find=find)
