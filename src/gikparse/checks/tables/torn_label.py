"""GIK206: labels that the page tore apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Cause, Rule
from gikparse.diagnostics.tabular import TORN_LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = TORN_LABEL


def find(report: Report) -> Iterator[Diagnostic]:
    """Labels of a table were torn apart on the page, and could not be put together.

    ## What it reports

    Cells that hold pieces of labels of the form, as they come out of a PDF document whose
    labels run over several lines. One finding for the table names the pieces and marks the
    first; the others are related places. Rows that such a table seems to lack are not reported.

    ## Why it matters

    The rows with these labels were not read, or not as such.

    ## Example

    ```text
    二、主动公开政府信息情况
    | 第二十条第（一）项 |  |  |  |
    | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    | 规范性 |  |  |  |
    | 性文件 |  |  |  |
    | 规章 | 0 | 0 | 0 |
    | 行政规范性文件 | 12 | 1 | 48 |
    三、存在问题
    个别栏目更新不够及时。
    ```

    ## What to do

    Use a copy that keeps the table: the web page, the Word document, or the PDF document itself
    in place of a text made of it.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, the tables of the report's second,
    third and fourth part; 国办发〔2014〕32号, the statistical table.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, cause=Cause.READING, met=True)
