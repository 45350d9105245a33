"""GIK503: items of the year before that its report does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.years.continuity import are_consecutive, cell, continuity, then
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK503",
    name="items-changed",
    severity=Severity.WARNING,
    message="{label}: {stock} items of the year before, but its report makes it {right}",
    chinese="“{label}”上一年项目数量为{stock}，按上年度报告应为{right}",
)


def find(report: Report, *, previous: Report) -> Iterator[Diagnostic]:
    """The items of the year before are not those of its report.

    ## What it reports

    上一年项目数量 of the form of 2019 that is not 上一年项目数量 in the report of the year before, with its
    本年增/减.

    ## Why it matters

    The lists of items were changed between the years without being counted as an increase or decrease.

    ## Example

    ```previous
    青禾县2019年政府信息公开工作年度报告
    | 第二十条第（五）项 | | | |
    | 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
    | 行政许可 | 120 | -8 | 950 |
    | 其他对外管理服务事项 | 30 | 0 | 12 |
    ```

    ```text
    青禾县2020年政府信息公开工作年度报告
    | 第二十条第（五）项 | | | |
    | 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
    | 行政许可 | 121 | 3 | 1012 |
    | 其他对外管理服务事项 | 30 | 1 | 15 |
    ```

    ## What to do

    Compare with the list of items. Where it was put in order between the years, say so in the report.

    ## Source

    国办公开办函〔2019〕60号: 上一年项目数量 and 本年增/减.
    """
    if not are_consecutive(report, previous):
        return
    names = continuity()["items"]
    for id_ in names["ids"]:
        stock = cell(report, id_, names["stock"])
        before, change = (cell(previous, id_, names[name]) for name in ("stock", "change"))
        if stock is None or before is None or change is None:
            continue
        right = (before.value or 0) + (change.value or 0)
        if stock.value != right:
            yield KIND.at(
                stock.span,
                related=(then(before, previous), then(change, previous)),
                label=stock.label,
                stock=stock.value,
                right=right,
            )


RULE = Rule(kind=KIND, find=find, needs=("previous",))
