"""GIK001: pinyin behind characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.parsing import ELIDED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = ELIDED["PINYIN"]


def find(report: Report) -> Iterator[Diagnostic]:
    """Pinyin stands behind characters.

    ## What it reports

    The reading of a character in brackets behind it: 国(guó), once or more. Such pieces are
    passed over, so that words, numbers and headings are read as if they were not there; every
    place in the source stays what it is. One finding for the whole text counts them and marks
    the first.

    ## Why it matters

    Mirrors and hijacked pages put readings into the text. It is no copy to cite, and a search
    for a word does not find it.

    ## Example

    ```text
    一、总体情况
    全年公(gōng)开(kāi)信息12条。
    ```

    ## What to do

    Take the text from the website of the agency itself.

    ## Source

    None; from experience with copies on the web.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
