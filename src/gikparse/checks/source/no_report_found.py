"""GIK025: a page without a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Cause, Rule
from gikparse.diagnostics.reading import NO_REPORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = NO_REPORT


def find(report: Report) -> Iterator[Diagnostic]:
    """Nothing in the file looks like an annual report.

    ## What it reports

    A web page in which no title, heading or table of an annual report was found. Its text was
    read all the same, whole.

    ## Why it matters

    Mostly it is the wrong page: a list of links, an error page, or one that a script fills in
    the browser.

    ## Example

    ```html
    <h1>关于放假安排的通知</h1>
    <p>各单位：现将有关事项通知如下。</p>
    ```

    ## What to do

    Save the page with the report itself. Where a script fills it, save it from the browser.

    ## Source

    None; it tells of the reading.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, cause=Cause.READING, met=True)
