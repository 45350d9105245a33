"""GIK502: documents in force that do not follow from the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.years.continuity import are_consecutive, cell, continuity, now, then
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK502",
    name="wrong-stock",
    severity=Severity.WARNING,
    message="{label}: {stock} in force, but {before} of the year before, {added} issued and"
    " {removed} repealed make {right}",
    chinese="“{label}”现行有效{stock}件，而上年{before}件，本年制发{added}件、废止{removed}件，应为{right}件",
)


def find(report: Report, *, previous: Report) -> Iterator[Diagnostic]:
    """The documents in force do not follow from the year before.

    ## What it reports

    现行有效件数 of 规章 or 行政规范性文件 that is not that of the year before, with 本年制发件数 and without
    本年废止件数. Nothing is said where one of the four figures is missing.

    ## Why it matters

    Documents came into force or went out of it without being counted. Mostly a review of old
    documents found more or fewer of them, which deserves a sentence.

    ## Example

    ```previous
    青禾县2022年政府信息公开工作年度报告
    | 第二十条第（一）项 | | | |
    | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    | 规章 | 0 | 0 | 0 |
    | 行政规范性文件 | 5 | 2 | 49 |
    ```

    ```text
    青禾县2023年政府信息公开工作年度报告
    | 第二十条第（一）项 | | | |
    | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    | 规章 | 0 | 0 | 0 |
    | 行政规范性文件 | 7 | 4 | 56 |
    ```

    ## What to do

    Compare with the list of documents in force. Where a review changed it, say so in the report.

    ## Source

    国办公开办函〔2021〕30号: 第二十条第（一）项, 制发件数, 废止件数 and 现行有效件数.
    """
    if not are_consecutive(report, previous):
        return
    names = continuity()["in_force"]
    for id_ in names["ids"]:
        before = cell(previous, id_, names["stock"])
        stock, added, removed = (
            cell(report, id_, names[name]) for name in ("stock", "added", "removed")
        )
        if before is None or stock is None or added is None or removed is None:
            continue
        right = (before.value or 0) + (added.value or 0) - (removed.value or 0)
        if stock.value != right:
            yield KIND.at(
                stock.span,
                related=(
                    then(before, previous),
                    now(added, "issued", "本年制发"),
                    now(removed, "repealed", "本年废止"),
                ),
                label=stock.label,
                stock=stock.value,
                before=before.value,
                added=added.value,
                removed=removed.value,
                right=right,
            )


RULE = Rule(kind=KIND, find=find, needs=("previous",))
