"""GIK201: a row or column that the form has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.tabular import UNKNOWN_LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = UNKNOWN_LABEL


def find(report: Report) -> Iterator[Diagnostic]:
    """A table has a row or column that its form has not.

    ## What it reports

    A label in a statistics table that is none of its form, nor another wording of one that
    gikparse knows. The values beside it are cells of the tree and no indicators. Pieces of
    labels that the page tore apart are `torn-label`.

    ## Why it matters

    The forms may not be changed. Sums of the form do not hold where something was counted in a
    row of its own, and no two agencies can be compared in it.

    ## Example

    ```text
    二、主动公开政府信息情况
    | 第二十条第（一）项 |  |  |  |
    | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    | 规章 | 0 | 0 | 0 |
    | 会议纪要 | 3 | 0 | 9 |
    | 行政规范性文件 | 12 | 1 | 48 |
    三、存在问题
    个别栏目更新不够及时。
    ```

    ## What to do

    Take the row out, and count its figures where the form has them. If it is only worded in
    another way, `Catalogue.with_aliases` makes it known.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, the tables of the report's second,
    third and fourth part; 国办发〔2014〕32号, the statistical table.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
