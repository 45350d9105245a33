"""GIK102: numbers that no heading has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.disorder import Fault, find_disorder
from gikparse.checks.structure.statutory import missing
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK102",
    name="skipped-ordinal",
    severity=Severity.WARNING,
    message="numbers are missing before {marker}: {missing}",
    chinese="“{marker}”之前缺少序号：{missing}",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A number is missing.

    ## What it reports

    A heading whose number jumps over others that no heading of the same rank and parent has. Where
    they come later, the order is wrong and nothing is missing: `out-of-order-ordinal`. A series
    inside a section has to begin with 1, unless it takes up the numbers of the series before it:
    (一) 1. 2. (二) 3. 4. is no fault. The outermost series may begin with any number, because the
    text may be a part of a report; and a number that stands alone is no series. Where a section that
    the form prescribes is gone with its number, that is `missing-section` and not told twice.

    ## Why it matters

    A section was lost when the text was copied; or its mark was lost, and its text now belongs to
    the section before it; or the author counted wrongly.

    ## Example

    ```text
    一、总体情况
    （一）主动公开。全年公开12条。
    （三）平台建设。网站改版一次。
    （四）监督保障。纳入年度考核。
    ```

    ## What to do

    Look in the original for the section. If there is none, close the gap.

    ## Source

    GB/T 9704-2012 《党政机关公文格式》, 7.3.3: 结构层次序数, the marks of each rank in their order.
    """
    told = {part.ordinal for part, _ in missing(report)}
    outermost = [section.heading for section in report.sections]
    for disorder in find_disorder(report, Fault.SKIPPED):
        numbers = {number for gap in disorder.missing for number in gap}
        if numbers <= told and any(disorder.heading is heading for heading in outermost):
            continue
        yield disorder.tell(
            KIND,
            message="the heading before it",
            chinese="前一个标题",
            missing=", ".join(map(_written, disorder.missing)),
        )


def _written(gap: range) -> str:
    return f"{gap[0]}" if len(gap) == 1 else f"{gap[0]}–{gap[-1]}"


RULE = Rule(kind=KIND, find=find)
