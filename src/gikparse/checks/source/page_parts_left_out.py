"""GIK024: parts of a page that are no report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Cause, Rule
from gikparse.diagnostics.reading import LEFT_OUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = LEFT_OUT


def find(report: Report) -> Iterator[Diagnostic]:
    """Parts of the web page are no report and were left out.

    ## What it reports

    Navigation, addresses, buttons and the footer of a page, around the report in it. The
    message counts them and shows the beginning. What belongs to the report is told by its
    title, its numbering and its words.

    ## Why it matters

    Nothing, as a rule. Should a part of the report be among them, it is missing from all that
    follows.

    ## Example

    ```html
    <ul><li><a href="/">首页</a><li><a href="/news">新闻动态</a></ul>
    <h1>云岫市民政局2023年政府信息公开工作年度报告</h1>
    <p>一、总体情况</p>
    <p>全年公开信息12条。</p>
    ```

    ## What to do

    Read the sample. `gikparse text FILE` prints what was read; what was left out is
    `Document.omitted`.

    ## Source

    None; it tells of the reading.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, cause=Cause.READING, met=True)
