"""GIK405: statistics of another period than the report's year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.text.deadlines import in_force_since
from gikparse.checks.text.proofreading import folded, sentence_around
from gikparse.diagnostics import Diagnostic, Kind, Related, Severity
from gikparse.grammar import pattern
from gikparse.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from gikparse.report import Report

KIND = Kind(
    code="GIK405",
    name="period-of-other-year",
    severity=Severity.WARNING,
    message="the statistics cover {first} to {last}, but the report is of {year}",
    chinese="统计期限为{first}至{last}，与报告年度{year}不符",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """The statistics cover another period than the report's year.

    ## What it reports

    A statistics period that ends before it begins, that ends in another year than that of the
    report, or that begins in an earlier one. Cumulative figures since the regulations came into force in May 2008, or
    since before that, are no fault, and neither is a period that is shorter than the year.

    ## Why it matters

    Nobody can say which year the figures are of. Mostly the sentence was taken over from the report
    of the year before.

    ## Example

    ```text
    青禾县2016年政府信息公开工作年度报告
    本报告所列数据的统计期限自2015年1月1日起至2015年12月31日止。
    一、概述
    全年主动公开政府信息12条。
    ```

    ## What to do

    Correct the period, and make sure that the figures are those of the year.

    ## Source

    《中华人民共和国政府信息公开条例》 第五十条 (2007: 第三十二条): the report is of 上一年度.
    """
    if report.period is None or report.year is None or not _is_of_statistics(report):
        return
    first, last = report.period
    if first > last or last.year != report.year or _begins_early(first, report.year):
        related = []
        if "year" in report.identity.spans and not report.identity.spans["period"].covers(
            report.identity.spans["year"]
        ):
            year = report.identity.spans["year"]
            related.append(Related(span=year, message="the year of the report", chinese="报告年度"))
        yield KIND.at(
            report.identity.spans["period"],
            related=tuple(related),
            first=first,
            last=last,
            year=report.year,
        )


def _is_of_statistics(report: Report) -> bool:
    """Whether the sentence says that the period is that of the statistics, and of no plan."""
    span = report.identity.spans.get("period")
    if span is None:
        return False
    text = folded(report)
    before = sentence_around(text, Span(0, len(text)), span.start)
    return pattern("proofreading", "STATISTICS").search(text, *before) is not None


def _begins_early(first: date, year: int) -> bool:
    """Whether a period begins in a year before, and not where cumulative figures begin."""
    return first.year < year and first.year > in_force_since().year


RULE = Rule(kind=KIND, find=find)
