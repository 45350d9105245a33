"""GIK110: a mark that has lost a bracket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.parsing import LOST_BRACKET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = LOST_BRACKET


def find(report: Report) -> Iterator[Diagnostic]:
    """The mark of a heading has lost a bracket.

    ## What it reports

    A mark such as 二） or （二 that stands where a heading with the whole mark is due. It was
    read as that heading.

    ## Why it matters

    A slip of the pen, or a character that was lost on the way. Programs that look for the mark
    miss the section.

    ## Example

    ```text
    一、总体情况
    （一）主动公开。公开12条。
    二）依申请公开。收到3件。
    （三）监督保障。纳入年度考核。
    ```

    ## What to do

    Write the bracket.

    ## Source

    GB/T 9704-2012 《党政机关公文格式》, 7.3.3: 结构层次序数.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
