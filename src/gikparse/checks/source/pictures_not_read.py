"""GIK029: pictures in a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Cause, Rule
from gikparse.diagnostics.reading import PICTURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = PICTURES


def find(report: Report) -> Iterator[Diagnostic]:
    """What pictures in the report show was not read.

    ## What it reports

    Pictures inside the report, of a web page, a Word or a PDF document. The message counts
    them. Of a web page, pictures outside the report do not count.

    ## Why it matters

    Some are charts or decoration. Others are the statistics tables, as pictures: then the
    report has no figures that a program can read.

    ## Example

    ```html
    <h1>云岫市民政局2023年政府信息公开工作年度报告</h1>
    <p>一、总体情况</p>
    <p>全年公开信息12条。</p>
    <p><img src="table.png"></p>
    <p>二、存在问题</p>
    <p>无。</p>
    ```

    ## What to do

    Look at them. Publish tables as tables; of others, have the text recognised.

    ## Source

    None; it tells of the reading.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, cause=Cause.READING, met=True)
