"""GIK404: a percentage that does not fit its figures."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.text.bounds import bounds_of
from gikparse.checks.text.proofreading import folded
from gikparse.checks.text.statements import sentences_of
from gikparse.diagnostics import Diagnostic, Kind, Related, Severity
from gikparse.folding import fold
from gikparse.grammar import pattern
from gikparse.nodes.quantities import Bound, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
#: Nobody states a share with more decimals.
_MOST_DECIMALS = 6


def find(report: Report) -> Iterator[Diagnostic]:
    """A percentage does not fit its figures.

    ## What it reports

    A share (占) behind a figure that is a part of a total, where the percentage is neither the rounded nor
    the truncated one, and where no other figure nearby could be what it is a share of.
    Approximate shares (约占) are passed over.

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
    shares = [pair for pair in pairwise(report.quantities) if pair[1].unit == "%"]
    if not shares:
        return
    text = folded(report)
    wholes = _wholes(report)
    for part, share in shares:
        whole = wholes.get(part.span.start)
        gap = text[part.span.end : share.span.start]
        if whole is None or not pattern("proofreading", "SHARE_OF").fullmatch(gap):
            continue
        exact = all(quantity.bound is Bound.EXACT for quantity in (part, share, whole))
        if (
            exact
            and _decimals(share) <= _MOST_DECIMALS
            and not _fits(part, share, whole)
            and not _fits_any(report, part, share)
        ):
            yield KIND.at(
                share.span,
                related=(_figure(part, "the part", "部分"), _figure(whole, "the whole", "总数")),
                part=part.value,
                whole=whole.value,
                right=_round(part, whole, share),
                share=share.value,
            )


def _wholes(report: Report) -> Mapping[int, Quantity]:
    """For the place of each figure that is a part the total that it is a part of."""
    found = {
        part.quantity.span.start: breakdown.total
        for breakdown in report.breakdowns
        for part in breakdown.parts
    }
    sentences = sentences_of(report)
    for id_, said in sentences.items():
        parent = report.catalogue.indicators[id_].parent or ""
        for one in said:
            above = [w for w in sentences.get(parent, ()) if w.span.start < one.span.start]
            if one.quantity and above and above[-1].quantity:
                found.setdefault(one.quantity.span.start, above[-1].quantity)
    return found


def _fits(part: Quantity, share: Quantity, whole: Quantity) -> bool:
    """Whether a share is right, rounded or truncated to the digits that it has."""
    if not whole.base_value or part.unit != whole.unit:
        return True
    exact = Decimal(part.base_value) * 100 / Decimal(whole.base_value)
    return abs(exact - Decimal(share.value)) < _last_digit(share)


def _last_digit(share: Quantity) -> Decimal:
    """What the last digit of a share counts: 0.1 in 7.9%."""
    return Decimal(1).scaleb(-_decimals(share))


def _decimals(share: Quantity) -> int:
    """How many decimals a share is stated with."""
    return len(fold(share.source.text[share.number_span]).partition(".")[2])


def _fits_any(report: Report, part: Quantity, share: Quantity) -> bool:
    """Whether the share is one of another figure nearby."""
    near = (q for q in report.quantities if abs(q.span.start - part.span.start) <= _REACH)
    return any(q.unit == part.unit and q is not part and _fits(part, share, q) for q in near)


def _round(part: Quantity, whole: Quantity, share: Quantity) -> Decimal:
    exact = Decimal(part.base_value) * 100 / Decimal(whole.base_value)
    return exact.quantize(_last_digit(share))


def _figure(quantity: Quantity, english: str, chinese: str) -> Related:
    number = bounds_of(quantity)
    return Related(
        span=quantity.span,
        message=f"{english} is {number}",
        chinese=f"{chinese}为{number}",
        value=quantity.value,
    )


RULE = Rule(kind=KIND, find=find)
