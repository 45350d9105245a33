"""GIK112: a title that nothing divides from its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Cause, Rule
from gikparse.diagnostics.parsing import UNTOLD_TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = UNTOLD_TITLE


def find(report: Report) -> Iterator[Diagnostic]:
    """Nothing tells where a title ends and its text begins.

    ## What it reports

    A heading in running text behind whose title there is no stop, no line break and no blank,
    so that title and text are one. The title is read as empty, and all behind the mark as text.

    ## Why it matters

    The section is there, and it can be found by its number, but not by its title or subject.

    ## Example

    ```text
    一、总体情况 全年公开信息12条 1.加强组织领导明确专人负责把政府信息公开工作纳入年度考核并且定期通报各单位的完成情况 2.加强培训。全年培训2次。
    ```

    ## What to do

    Look at the page itself: a line break was lost there.

    ## Source

    None; it tells of the reading.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, cause=Cause.READING, met=True)
