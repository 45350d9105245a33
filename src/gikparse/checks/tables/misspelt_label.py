"""GIK205: a label that is misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.tabular import MISSPELT_LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = MISSPELT_LABEL


def find(report: Report) -> Iterator[Diagnostic]:
    """A label of a table is misspelt.

    ## What it reports

    A label that differs from one of its form in few characters, where that row is due. It was
    read as that label; the message has both.

    ## Why it matters

    Whoever looks for the label of the form does not find the row.

    ## Example

    ```text
    二、主动公开政府信息情况
    | 第二十条第（一）项 |  |  |  |
    | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    | 规章 | 0 | 0 | 0 |
    | 行政规范性文牛 | 12 | 1 | 48 |
    三、存在问题
    个别栏目更新不够及时。
    ```

    ## What to do

    Write the label as the form has it.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, the tables of the report's second,
    third and fourth part; 国办发〔2014〕32号, the statistical table.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
