"""GIK406: a report that was published, or whose statistics end, in the future."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from gikparse.report import Report

KIND = Kind(
    code="GIK406",
    name="future-date",
    severity=Severity.WARNING,
    message="{day} is in the future: today is {today}",
    chinese="{day}晚于今日（{today}）",
)


def find(report: Report, *, today: date) -> Iterator[Diagnostic]:
    """A report was published in the future, or its statistics end there.

    ## What it reports

    A date of publication after the day of the check, and a statistics period that has not ended
    by then. Plans for a coming year are no such dates. The rule runs only where the day of the check is given.

    ## Why it matters

    The date is wrong, mostly by a year, or the figures were put down before the year was over.

    ## Example

    ```text
    青禾县2023年政府信息公开工作年度报告
    发布日期：2094-01-22
    一、总体情况
    全年主动公开政府信息12条。
    ```

    ## What to do

    Correct the date, or wait for the end of the year with the figures.

    ## Source

    《中华人民共和国政府信息公开条例》 第五十条: the report is of 上一年度.
    """
    spans = report.identity.spans
    days = {
        "published": report.published,
        "period": report.period[1] if report.period else None,
    }
    for name, day in days.items():
        if day is not None and day > today and name in spans:
            yield KIND.at(spans[name], day=day, today=today)


RULE = Rule(kind=KIND, find=find, needs=("today",))
