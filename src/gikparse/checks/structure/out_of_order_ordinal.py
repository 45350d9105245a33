"""GIK104: a number that comes after a greater one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.disorder import Fault, find_disorder
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK104",
    name="out-of-order-ordinal",
    severity=Severity.WARNING,
    message="{marker} comes after a heading with a greater number",
    chinese="“{marker}”排在序号更大的标题之后",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A number comes after a greater one.

    ## What it reports

    A heading whose number is less than the one before it, of the same rank and parent, and is its
    first use: (一) (三) (二). A number that was used before is `duplicate-ordinal`, a 1 with which
    the numbering begins again `restarted-ordinal`. A heading that is out of step alone is one fault:
    in (二) (九) (四) it is (四) that comes after (九), and nothing is missing.

    ## Why it matters

    Sections were exchanged when the text was put together, or columns of a page were read in the
    wrong order; then the text under the headings may be in the wrong place too.

    ## Example

    ```text
    一、总体情况
    （一）主动公开情况
    全年公开12条。
    （三）平台建设情况
    网站改版一次。
    （二）依申请公开情况
    全年收到申请3件。
    ```

    ## What to do

    Compare with the original. Exchange the sections or their numbers.

    ## Source

    GB/T 9704-2012 《党政机关公文格式》, 7.3.3: 结构层次序数, the marks of each rank in their order.
    """
    for disorder in find_disorder(report, Fault.OUT_OF_ORDER):
        yield disorder.tell(KIND, message="this number is greater", chinese="此处序号更大")


RULE = Rule(kind=KIND, find=find)
