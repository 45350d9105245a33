"""GIK026: page numbers and running heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Cause, Rule
from gikparse.diagnostics.reading import RUNNING_HEADS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = RUNNING_HEADS


def find(report: Report) -> Iterator[Diagnostic]:
    """Page numbers and running heads were left out.

    ## What it reports

    Lines at the top and the bottom of the pages of a PDF document that are a page number, or
    that most pages share. The message counts them and shows the beginning.

    ## Why it matters

    Nothing, as a rule: inside a sentence or a table that goes on over two pages, such a line
    would be in the way.

    ## Example

    ```pdf
    一、总体情况
    全年公开政府信息12条。
    - 1 -
    ---
    二、主动公开政府信息情况
    无。
    - 2 -
    ```

    ## What to do

    Read the sample: a line of the report that stands on most pages at the same end would be
    among them.

    ## Source

    None; it tells of the reading.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, cause=Cause.READING, met=True)
