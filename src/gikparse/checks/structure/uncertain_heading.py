"""GIK111: a heading that is nearly undecided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Cause, Rule
from gikparse.diagnostics.parsing import UNCERTAIN_HEADING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = UNCERTAIN_HEADING


def find(report: Report) -> Iterator[Diagnostic]:
    """Whether a mark begins a heading is nearly undecided.

    ## What it reports

    A mark that was read as a heading, though the outline of the report without it is about as
    good. The margin says by how much it is better: below 1.5 it is reported, and a certain
    heading has up to 14. Marks in running text without a stop before them are the usual case.

    ## Why it matters

    If the choice is wrong, a sentence stands as a heading, and what follows under it.

    ## Example

    ```text
    一、总体情况
    全年公开信息12条1.制度建设
    全年培训2次。
    ```

    ## What to do

    Look at the place. A line break before the heading, or a stop before the mark, decides it.

    ## Source

    None; it tells of the reading.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, cause=Cause.READING, met=True)
