"""GIK302: a figure that is not the sum of the rows that make it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.arithmetic.telling import column_of, label, sums, tell
from gikparse.checks.rule import Rule
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK302",
    name="wrong-sum",
    severity=Severity.ERROR,
    message="the rows of {row} add up to {added} in the column {column}, but it is {stated}",
    chinese="“{row}”的各分项在“{column}”列之和为{added}，此处却为{stated}",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A figure is not the sum of the rows that make it up.

    ## What it reports

    A row of a statistics table that is not the sum of the rows of which its form says so:
    收到申请数 of the ways in which requests came, 申请办结数, 申请答复数, 不同意公开答复数 of their cases,
    （七）总计 of all outcomes. Rows that a local table or an agency has added count where the
    catalogue knows them; where a table has rows that it does not know, a total that is too
    great is passed over, as it is in a local table that has fewer than three rows of the sum, and where a
    row is missing or empty, nothing is said. A rule that is broken in several
    columns is reported once. The channels of publication add up to nothing: one piece of information may
    count in each.

    ## Why it matters

    One of the figures is wrong, and the table does not show which.

    ## Example

    ```text
    | 指标 | 单位 | 数量 |
    | 三、依申请公开情况 | — | |
    | （二）申请办结数 | 件 | 12 |
    | 1．按时办结数 | 件 | 10 |
    | 2．延期办结数 | 件 | 1 |
    ```

    ## What to do

    Compare with the register, and correct the sum or the row that is wrong.

    ## Source

    The sums that the catalogue states for each form (`gikparse catalogue`): 国办发〔2014〕32号,
    国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号.
    """
    for fault in sums(report, single=False):
        row = fault.sum.total[0].label
        yield tell(KIND, fault, name=label, row=row, column=column_of(fault))


RULE = Rule(kind=KIND, find=find)
