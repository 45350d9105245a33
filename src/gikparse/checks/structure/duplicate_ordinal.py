"""GIK101: a number given twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.disorder import Fault, find_disorder
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK101",
    name="duplicate-ordinal",
    severity=Severity.WARNING,
    message="the number of {marker} is used twice: an earlier heading of the same series has it",
    chinese="序号“{marker}”重复：前面的同级标题已使用此序号",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A number is given twice.

    ## What it reports

    A heading with the number of a heading before it, where both are of one rank and have the same
    parent. A number that stands three times is reported twice. The number due next is one more than
    the one written: (五) (六) (六) (七) is one fault. So is (五) (六) (六) (八), where the second
    (六) has the place of (七). A 1 with which the numbering begins again is `restarted-ordinal`.
    Nothing is reported where marks of one rank are written in two ways, as lists inside a list are:
    1、 1. 2. 2、 1. 2.

    ## Why it matters

    The number no longer names one section, so whoever cites it cites two, and the last number no
    longer says how many sections there are.

    ## Example

    ```text
    一、总体情况
    （一）健全工作机制。明确专人负责。
    （二）加强业务培训。全年培训2次。
    （二）完善监督保障。纳入年度考核。
    ```

    ## What to do

    Give the second heading the next number, and count on from there.

    ## Source

    GB/T 9704-2012 《党政机关公文格式》, 7.3.3: 结构层次序数, the marks of each rank in their order.
    """
    for disorder in find_disorder(report, Fault.DUPLICATE):
        yield disorder.tell(
            KIND, message="the number is used here first", chinese="该序号首次出现于此"
        )


RULE = Rule(kind=KIND, find=find)
