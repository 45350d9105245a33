"""GIK208: heads that tell no column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Cause, Rule
from gikparse.diagnostics.tabular import UNREAD_HEADS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = UNREAD_HEADS


def find(report: Report) -> Iterator[Diagnostic]:
    """None of the columns of a table could be told from its heads.

    ## What it reports

    A table that is one of the form by its title or its place, and has none of its many columns
    in its heads: they are torn apart, or the table became a list or a sentence. Its figures
    were not read.

    ## Why it matters

    Figures without columns say nothing. In a table with three columns or fewer, missing heads
    are `missing-column`.

    ## Example

    ```text
    四、政府信息公开行政复议、行政诉讼情况
    | 行政复议 | 行政诉讼 |
    | 未经复议直接起诉 | 复议后起诉 |
    五、存在问题
    个别栏目更新不够及时。
    ```

    ## What to do

    Use a copy that keeps the table. If the page itself has none, publish the table of the form.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, the table of the report's fourth
    part.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, cause=Cause.READING, met=True)
