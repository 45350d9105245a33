"""GIK010: text that could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Cause, Rule
from gikparse.diagnostics.parsing import UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = UNREADABLE


def find(report: Report) -> Iterator[Diagnostic]:
    """A line could not be read.

    ## What it reports

    A line in which nothing reads as text: no character, letter or figure, but signs such as
    ???? or boxes. It is an `Unknown` node of the tree; what stands around it is read.

    ## Why it matters

    Something stood there. Question marks in a row are mostly characters that some program could
    not write.

    ## Example

    ```text
    一、总体情况
    ????????????
    全年公开信息12条。
    ```

    ## What to do

    Look the line up in the page or the document itself.

    ## Source

    None; it tells of the reading.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, cause=Cause.READING, met=True)
