"""GIK404: a percentage that does not fit its figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from gikparse.checks.rule import Rule
from gikparse.checks.text.proofreading import folded
from gikparse.checks.text.statements import sentences_of
from gikparse.diagnostics import Diagnostic, Kind, Related, Severity
from gikparse.grammar import pattern
from gikparse.nodes.quantities import Bound, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gikparse.report import Report

KIND = Kind(
    code="GIK404",
    name="wrong-share",
    severity=Severity.WARNING,
    message="{part} of {whole} is {right}%, not {share}%",
    chinese="{part}占{whole}的{right}%，而非{share}%",
)

#: How far away the whole may be of which a share is stated, in characters.
_REACH = 600
#: So many figures on either side of a share are looked at, so that long lists cost no more.
_MOST = 12
#: So many other shares of a figure tell that a share beside them is one of it too.
_FEWEST_OTHERS = 2
#: Nobody states a share with more decimals.
_MOST_DECIMALS = 6


def find(report: Report) -> Iterator[Diagnostic]:
    """A percentage does not fit its figures.

    ## What it reports

    A share (占) behind a figure that is a part of a total, where the percentage is neither the rounded nor
    the truncated one, and where no other figure nearby could be what it is a share of. The total is
    one that the sentence divides, one that the catalogue knows the figure to be a part of, or one
    of which two other shares nearby are right. Approximate shares (约占) are passed over.

    ## Why it matters

    Of three figures one is wrong, and readers can see it with a pocket calculator.

    ## Example

    ```text
    二、主动公开政府信息情况
    全年主动公开政府信息2000条，其中政策文件类信息161条，占8.1%；规划计划类信息60条，占13.0%。
    ```

    ## What to do

    Compute the share again from the figures in the register.

    ## Source

    国办公开办函〔2021〕30号: 数据真实准确.
    """
    shares = _shares(report)
    wholes = _wholes(report) if shares else {}
    for place, stated in enumerate(shares):
        beside = shares[max(place - _MOST, 0) : place + _MOST + 1]
        whole = wholes.get(stated.part.span.start) or _whole_of_others(stated, beside)
        if whole is not None and whole.bound is Bound.EXACT and not _fits_any(stated, whole):
            yield KIND.at(
                stated.share.span,
                related=(
                    _figure(stated.part, "the part", "部分"),
                    _figure(whole, "the whole", "总数"),
                ),
                part=stated.part.value,
                whole=whole.value,
                right=_exact(stated, whole).quantize(stated.last_digit),
                share=stated.share.value,
            )


@attrs.frozen(kw_only=True, eq=False)
class _Share:
    """A figure and the share that it is said to be.

    Attributes:
        part: The figure.
        share: The share.
        last_digit: What the last digit of the share counts: 0.1 in 7.9%.
        around: The exact figures nearby in the unit of the part.
    """

    part: Quantity
    share: Quantity
    last_digit: Decimal
    around: tuple[Quantity, ...]

    def fits(self, whole: Quantity) -> bool:
        """Whether it is the share of a whole, rounded or truncated to the digits that it has."""
        return abs(_exact(self, whole) - Decimal(self.share.value)) < self.last_digit


def _shares(report: Report) -> list[_Share]:
    """The exact shares that stand right behind an exact figure."""
    quantities = report.quantities
    found = []
    for place, (part, share) in enumerate(pairwise(quantities)):
        if share.unit != "%" or part.bound is not Bound.EXACT or share.bound is not Bound.EXACT:
            continue
        gap = folded(report)[part.span.end : share.span.start]
        number = folded(report)[share.number_span.slice]
        decimals = len(number.partition(".")[2])
        if decimals > _MOST_DECIMALS or not pattern("proofreading", "SHARE_OF").fullmatch(gap):
            continue
        last_digit = Decimal(1).scaleb(-decimals)
        around = tuple(_around(quantities, place))
        found.append(_Share(part=part, share=share, last_digit=last_digit, around=around))
    return found


def _around(quantities: Sequence[Quantity], place: int) -> Iterator[Quantity]:
    """The other figures near one, in its unit."""
    here = quantities[place]
    start = bisect_left(quantities, here.span.start - _REACH, key=_start)
    end = bisect_right(quantities, here.span.start + _REACH, key=_start)
    for other in quantities[max(start, place - _MOST) : min(end, place + _MOST + 1)]:
        exact = other.bound is Bound.EXACT and other.base_value > 0
        if exact and other.unit == here.unit and other is not here:
            yield other


def _start(quantity: Quantity) -> int:
    return quantity.span.start


def _wholes(report: Report) -> Mapping[int, Quantity]:
    """For the place of each figure that is a part the total that it is a part of."""
    found = {
        part.quantity.span.start: breakdown.total
        for breakdown in report.breakdowns
        for part in breakdown.parts
        if breakdown.total.base_value > 0 and breakdown.total.unit == part.quantity.unit
    }
    sentences = sentences_of(report)
    for id_, said in sentences.items():
        parent = report.catalogue.indicators[id_].parent or ""
        for one in said:
            above = [w for w in sentences.get(parent, ()) if w.span.start < one.span.start]
            whole = above[-1].quantity if above else None
            if one.quantity and whole and whole.base_value > 0 and whole.unit == one.quantity.unit:
                found.setdefault(one.quantity.span.start, whole)
    return found


def _whole_of_others(stated: _Share, shares: Sequence[_Share]) -> Quantity | None:
    """The figure before a share of which several others nearby are shares; None without any."""
    near = [
        other
        for other in shares
        if other is not stated
        and other.part.unit == stated.part.unit
        and abs(other.part.span.start - stated.part.span.start) <= _REACH
    ]
    for whole in stated.around:
        before = whole.span.start < stated.part.span.start
        if before and whole.base_value >= stated.part.base_value:
            fitting = sum(other.fits(whole) for other in near if other.part is not whole)
            if fitting >= _FEWEST_OTHERS:
                return whole
    return None


def _fits_any(stated: _Share, whole: Quantity) -> bool:
    """Whether the share is that of its whole, or of another figure nearby."""
    return stated.fits(whole) or any(map(stated.fits, stated.around))


def _exact(stated: _Share, whole: Quantity) -> Decimal:
    return Decimal(stated.part.base_value) * 100 / Decimal(whole.base_value)


def _figure(quantity: Quantity, english: str, chinese: str) -> Related:
    return Related(
        span=quantity.span,
        message=f"{english} is {quantity.value}",
        chinese=f"{chinese}为{quantity.value}",
        value=quantity.value,
    )


RULE = Rule(kind=KIND, find=find)
