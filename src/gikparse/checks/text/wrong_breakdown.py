"""GIK403: parts in a sentence that do not add up to their total."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.text.bounds import add_bounds, bounds_of
from gikparse.checks.text.proofreading import folded
from gikparse.diagnostics import Diagnostic, Kind, Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.facts.breakdowns import Breakdown, Part
    from gikparse.report import Report

KIND = Kind(
    code="GIK403",
    name="wrong-breakdown",
    severity=Severity.WARNING,
    message="the parts add up to {added}, but the total is {total}",
    chinese="各部分之和为{added}，总数却为{total}",
)

#: What may stand between two parts of one list; anything else may begin another one.
_BETWEEN = " ,;、和及以与"


def find(report: Report) -> Iterator[Diagnostic]:
    """The parts that a sentence names do not add up to their total.

    ## What it reports

    A total and a list of its parts in one unit, where no exact numbers could make them fit: 800余条 is
    800 or more, 近百条 100 or less, and 约 leaves everything open. Of a list that claims to be whole (分为, a
    colon, 其他 at the end) the parts have to add up to the total; those of 其中 must not exceed it.
    Nothing is said of channels of publication, which overlap, of lists with several
    units, and of lists that divide the total twice.

    ## Why it matters

    One of the figures is wrong, or something is counted twice.

    ## Example

    ```text
    三、依申请公开政府信息情况
    全年接受咨询318人次，其中现场咨询190人次，电话咨询155人次，网上咨询35人次。
    ```

    ## What to do

    Compare with the register. Correct the figure that is wrong, or name the part that is missing.

    ## Source

    国办公开办函〔2021〕30号: 数据真实准确.
    """
    for breakdown in report.breakdowns:
        if _is_one_list(report, breakdown) and not _could_fit(breakdown):
            quantities = [part.quantity for part in breakdown.parts]
            yield KIND.at(
                breakdown.total.span,
                related=tuple(map(_part, breakdown.parts)),
                added=add_bounds(map(bounds_of, quantities)),
                total=bounds_of(breakdown.total),
            )


def _is_one_list(report: Report, breakdown: Breakdown) -> bool:
    """Whether the parts stand side by side and are counted in the unit of the total."""
    units = {breakdown.total.unit, *(part.quantity.unit for part in breakdown.parts)}
    if len(units) > 1 or breakdown.overlaps or len(breakdown.parts) < 2:
        return False
    text = folded(report)
    gaps = (text[_end(part) : _start(other)] for part, other in pairwise(breakdown.parts))
    return not any(gap.strip(_BETWEEN) for gap in gaps)


def _start(part: Part) -> int:
    return min(part.name_span.start, part.quantity.span.start)


def _end(part: Part) -> int:
    return max(part.name_span.end, part.quantity.span.end)


def _could_fit(breakdown: Breakdown) -> bool:
    """Whether any exact numbers would make the parts fit the total."""
    total = bounds_of(breakdown.total)
    parts = [bounds_of(part.quantity) for part in breakdown.parts]
    added = add_bounds(parts)
    if breakdown.whole:
        return total.meets(added)
    if total.most is None or (added.least or 0) <= total.most:
        return True
    # A list may divide the total twice: by the way a request came, and by its outcome.
    running = accumulate(part.least or 0 for part in parts)
    return total.most in running


def _part(part: Part) -> Related:
    number = bounds_of(part.quantity)
    return Related(
        span=part.quantity.span,
        message=f"{part.name}: {number}",
        chinese=f"{part.name}：{number}",
        value=part.quantity.value,
    )


RULE = Rule(kind=KIND, find=find)
