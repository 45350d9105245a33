"""GIK003: remains of markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.parsing import ELIDED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = ELIDED["MARKUP"]


def find(report: Report) -> Iterator[Diagnostic]:
    """Remains of page markup stand in the text.

    ## What it reports

    What Word, a template or Markdown left behind: `<!--[if !supportLists]-->`, `-->`, `**`, and
    `##` at the beginning of a line. They are passed over. One finding for the whole text counts
    them and marks the first.

    ## Why it matters

    Readers see it, and a program takes a heading behind such a mark for running text.

    ## Example

    ```text
    <!--[if !supportLists]-->一、<!--[endif]-->总体情况
    全年公开信息12条。
    ```

    ## What to do

    Remove it from the page. Of Markdown that was meant, nothing has to be done.

    ## Source

    None; from experience with copies on the web.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
