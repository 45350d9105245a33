"""GIK103: a numbering that begins again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.disorder import Fault, find_disorder
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK103",
    name="restarted-ordinal",
    severity=Severity.WARNING,
    message="{marker} begins the numbering again; a heading may be missing before it",
    chinese="编号从“{marker}”重新开始，其前可能缺少标题",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """The numbering begins again.

    ## What it reports

    A 1 after greater numbers of the same rank and parent, where that series has had a 1:
    1. 2. 1. 2. A new list is no fault where the text announces it, with a line that ends in a colon
    (`改进措施如下：`) or with a heading that has no number. A single wrong 1, after which the
    old numbers go on, is `duplicate-ordinal`: (三) (一) (五).

    ## Why it matters

    Mostly the heading between the two lists was lost, so that the second list belongs to the wrong
    section. Every number of it names two sections.

    ## Example

    ```text
    二、存在的主要问题及改进情况
    1.人手不足。工作人员多为兼职。
    2.更新不勤。部分栏目更新不及时。
    1.充实人员。增加专职人员。
    2.加强检查。每季度通报一次。
    ```

    ## What to do

    Look in the original for the heading of the second list. If there is none, count on or add one.

    ## Source

    GB/T 9704-2012 《党政机关公文格式》, 7.3.3: 结构层次序数, the marks of each rank in their order.
    """
    for disorder in find_disorder(report, Fault.RESTARTED):
        yield disorder.tell(
            KIND, message="the numbering begins here first", chinese="编号首次从此处开始"
        )


RULE = Rule(kind=KIND, find=find)
