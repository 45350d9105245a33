"""GIK005: lines that are broken inside sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.parsing import ELIDED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = ELIDED["BREAK"]


def find(report: Report) -> Iterator[Diagnostic]:
    """Lines are broken inside sentences.

    ## What it reports

    A figure or its unit on a line of its own, and lines of equal width that end in the middle
    of a sentence, as a tool makes them that turns pages into text. The lines are joined for
    reading. One finding for the whole text counts the breaks and marks the first.

    ## Why it matters

    A figure that is torn from its words counts nothing, and a line that begins with a number
    looks like a heading.

    ## Example

    ```text
    一、总体情况
    全年公开政府信息
    5928
    条，受理申请3件。
    ```

    ## What to do

    Nothing, if the reading is right. Otherwise take the text from the page or the document
    itself.

    ## Source

    None; from experience with texts taken from web pages and PDF documents.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
