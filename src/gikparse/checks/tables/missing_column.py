"""GIK204: columns that a table lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.tabular import MISSING_COLUMN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = MISSING_COLUMN


def find(report: Report) -> Iterator[Diagnostic]:
    """A table lacks columns of its form.

    ## What it reports

    Columns of the form for which the table has no head. They are named in one finding for each
    table of the form. Where no head at all could be read, that is `unread-heads`.

    ## Why it matters

    What is not asked for is not reported: 本年废止件数 tells whether rules are ever repealed.
    The row totals of the third table need every column.

    ## Example

    ```text
    二、主动公开政府信息情况
    | 第二十条第（一）项 |  |  |
    | 信息内容 | 本年制发件数 | 现行有效件数 |
    | 规章 | 0 | 0 |
    | 行政规范性文件 | 12 | 48 |
    三、存在问题
    个别栏目更新不够及时。
    ```

    ## What to do

    Use the table of the form for the year of the data, with all columns.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, the tables of the report's second,
    third and fourth part; 国办发〔2014〕32号, the statistical table.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
