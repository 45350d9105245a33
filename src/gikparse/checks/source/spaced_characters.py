"""GIK004: blanks between the characters of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.parsing import ELIDED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = ELIDED["SPACED"]


def find(report: Report) -> Iterator[Diagnostic]:
    """Blanks stand between the characters of words.

    ## What it reports

    A stretch in which every character stands alone, as justified lines come out of a PDF
    document: 号 ， 邮 编. The blanks are passed over. Three blanks or fewer, as in 目 录, are
    not reported. One finding for the whole text counts the blanks and marks the first.

    ## Why it matters

    No search finds the words, and figures may have come apart in the same way.

    ## Example

    ```text
    一、总体情况
    全 年 公 开 信 息 共 十 二 条 。
    ```

    ## What to do

    Take the text from the page or the document itself, or remove the blanks.

    ## Source

    None; from experience with texts taken from PDF documents.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
