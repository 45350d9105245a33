"""GIK207: a table in which the text ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.tabular import CUT_TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = CUT_TABLE


def find(report: Report) -> Iterator[Diagnostic]:
    """The text ends inside a table.

    ## What it reports

    A table that lacks two or more of its last rows, with nothing behind it but the beginning of
    a label, or whose heads alone are there. Where the text goes on behind the table, its rows
    are missing: `missing-row`.

    ## Why it matters

    The rest of the report is not in this text. Rules that look for what is missing at its end
    say nothing of it.

    ## Example

    ```text
    三、收到和处理政府信息公开申请情况
    |  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
    | 一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
    ```

    ## What to do

    Get the page or the document once more.

    ## Source

    None; from experience with copies on the web.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
