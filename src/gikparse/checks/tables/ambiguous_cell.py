"""GIK203: figures that cannot be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Cause, Rule
from gikparse.diagnostics.tabular import AMBIGUOUS_CELL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = AMBIGUOUS_CELL


def find(report: Report) -> Iterator[Diagnostic]:
    """The figures of a row cannot be told apart, or not placed under their columns.

    ## What it reports

    A row whose figures the page glued together, as 12148 for 12, 1 and 48, or that has fewer
    figures than columns and nothing to tell which are missing. Where the sums of the form leave
    one reading, the figures are read and nothing is reported. Otherwise the cells are
    `AMBIGUOUS`: they have no value, and sums over them are not judged.

    ## Why it matters

    The figures are in the page, and not in the indicators. Nothing is guessed.

    ## Example

    ```text
    二、主动公开政府信息情况
    | 第二十条第（一）项 |  |  |  |
    | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    | 规章 | 0 | 0 | 0 |
    | 行政规范性文件 | 12148 |
    三、存在问题
    个别栏目更新不够及时。
    ```

    ## What to do

    Look the row up in the page itself. A copy that keeps the table, such as the saved web page,
    is read without doubt.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, the tables of the report's second,
    third and fourth part; 国办发〔2014〕32号, the statistical table.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, cause=Cause.READING, met=True)
