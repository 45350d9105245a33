"""GIK202: rows that a table lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.tabular import MISSING_ROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = MISSING_ROW


def find(report: Report) -> Iterator[Diagnostic]:
    """A table lacks rows of its form.

    ## What it reports

    Rows of the form that do not stand in the table, neighbours in one finding at the row before
    them. Where the text ends inside a table, that is `cut-table`; a label that was torn apart
    is `torn-label`, and a label that the form has not, in the same place, is `unknown-label`
    alone.

    ## Why it matters

    A row that is not there says nothing, not even 0, and the sums that it is part of cannot be
    checked.

    ## Example

    ```text
    二、主动公开政府信息情况
    | 第二十条第（一）项 |  |  |  |
    | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    | 规章 | 0 | 0 | 0 |
    三、存在问题
    个别栏目更新不够及时。
    ```

    ## What to do

    Put the row in, with 0 where there was nothing to count. If the page itself has it, the copy
    lost it.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, the tables of the report's second,
    third and fourth part; 国办发〔2014〕32号, the statistical table.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
