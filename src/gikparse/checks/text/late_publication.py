"""GIK407: a report that was published after its deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.text.deadlines import deadline_of
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK407",
    name="late-publication",
    severity=Severity.WARNING,
    message="{published} is after {deadline}, until when the report had to be public ({source})",
    chinese="公布日期{published}晚于法定期限{deadline}（{source}）",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A report was published after its deadline.

    ## What it reports

    A date of publication after 31 March of the following year; for the data of 2019 and later after
    31 January, where the agency is a department. It is judged by the name: towns,
    streets, zones and agencies that report to a ministry have other deadlines or none that the
    regulations name, and of them nothing is said. A date in a later year than that of the deadline is
    passed over too: the page was moved, and its date is that of the move.

    ## Why it matters

    The deadline is law, and evaluations check it first.

    ## Example

    ```text
    青禾县财政局2022年政府信息公开工作年度报告
    发布日期：2023-02-14
    一、总体情况
    全年主动公开政府信息12条。
    ```

    ## What to do

    Publish earlier next year. Where the date is that of a change to the page, restore the first one.

    ## Source

    《中华人民共和国政府信息公开条例》 (国务院令第492号, 2007) 第三十一条: 3月31日前;
    (国务院令第711号, 2019) 第四十九条: 1月31日前 for 县级以上人民政府部门, 3月31日前 for governments.
    """
    if report.published is None or report.year is None or report.agency is None:
        return
    span = report.identity.spans.get("published")
    deadline = deadline_of(report.agency, report.year)
    if span is None or deadline is None or report.published.year != deadline.day.year:
        return
    if report.published > deadline.day:
        yield KIND.at(
            span, published=report.published, deadline=deadline.day, source=deadline.source
        )


RULE = Rule(kind=KIND, find=find)
