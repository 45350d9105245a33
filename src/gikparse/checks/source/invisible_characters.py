"""GIK002: characters that cannot be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.parsing import ELIDED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = ELIDED["INVISIBLE"]


def find(report: Report) -> Iterator[Diagnostic]:
    r"""Characters that cannot be seen stand in the text.

    ## What it reports

    Zero-width marks, soft hyphens, marks of direction and control characters. They are passed
    over, wherever they stand. One finding for the whole text counts them and marks the first.

    ## Why it matters

    Editors and web pages leave them behind. They divide words and figures for every program
    that does not know of them: a search for 公开 misses a 公开 that has one inside.

    ## Example

    ```bytes
    一、总体情况
    全年公\xe2\x80\x8b开信息12条。
    ```

    ## What to do

    Remove them; most editors can show them.

    ## Source

    The Unicode Standard, chapter 23: Special Areas and Format Characters.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
