"""Quantities, and what sentences state with them or say to be zero, marked in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from gikparse.indicators import Origin
from gikparse.nodes.quantities import Bound

if TYPE_CHECKING:
    from gikparse.nodes.quantities import Quantity
    from gikparse.report import Report
    from gikparse.source import Span

_LIMITS = {Bound.EXACT: "=", Bound.ABOUT: "≈", Bound.AT_LEAST: "≥", Bound.AT_MOST: "≤"}


class _Mark(NamedTuple):
    """A stretch of the source, and what is said of it."""

    start: int
    end: int
    note: str


class Marks:
    r"""The marks of a report.

    Args:
        report: The report.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("2023年报告\n一、概述\n收到申请三件，公开信息800余条，未收取费用。")
        >>> Marks(report).text(report["一"].blocks[0].span)
        '收到申请⟦三件 = 3件⟧，公开信息⟦800余条 ≥ 800条⟧，⟦未收取费用 = 0 request.fee⟧。'
    """

    def __init__(self, report: Report) -> None:
        self._text = report.source.text
        ids: dict[Span, list[str]] = defaultdict(list)
        zeros: dict[Span, list[str]] = defaultdict(list)
        for indicator in report.indicators:
            if indicator.origin is Origin.PROSE:
                quantity = indicator.quantity
                (ids[quantity.span] if quantity else zeros[indicator.span]).append(indicator.id)
        marks = [_Mark(*q.span, _join(_reading(q), *ids[q.span])) for q in report.quantities]
        marks += [_Mark(*span, _join("= 0", *names)) for span, names in zeros.items()]
        self._marks = sorted(marks)
        self._starts = [mark.start for mark in self._marks]

    def text(self, span: Span) -> str:
        """The text of a span with its marks; of two that overlap it has the first."""
        parts: list[str] = []
        place = span.start
        for mark in self._marks[bisect_left(self._starts, span.start) :]:
            if mark.start >= span.end:
                break
            if mark.start >= place:
                end = min(mark.end, span.end)
                marked = _join(self._text[mark.start : end], mark.note)
                parts += [self._text[place : mark.start], f"⟦{marked}⟧"]
                place = end
        return "".join([*parts, self._text[place : span.end]])


def _join(*words: str) -> str:
    return " ".join(filter(None, words))


def _reading(quantity: Quantity) -> str:
    """What a quantity comes to in its base unit; nothing where it is written so."""
    value = f"{quantity.base_value}{quantity.base_unit or ''}"
    if quantity.text == value:
        return ""
    return f"{_LIMITS[quantity.bound]} {value}"
