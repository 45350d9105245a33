"""GIK031: text that does not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.reading import HIDDEN_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = HIDDEN_TEXT


def find(report: Report) -> Iterator[Diagnostic]:
    """The page or document holds text that it does not show.

    ## What it reports

    Text of a web page or a Word document that is marked as hidden. It was left out; the message
    counts the places and shows the beginning.

    ## Why it matters

    It went out with the report, and everybody can read it who looks: drafts, notes, remains of
    the year before.

    ## Example

    ```html
    <h1>云岫市民政局2023年政府信息公开工作年度报告</h1>
    <p>一、总体情况</p>
    <p>全年公开信息12条。</p>
    <p style="display:none">此处数字待核实</p>
    ```

    ## What to do

    Remove it before the report is published.

    ## Source

    None; from experience with web pages and Word documents.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
