"""What is marked in the text of the page: findings, figures and quantities, each with its anchor."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import attrs

from gikparse.formats.html.escaping import html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gikparse.source import Source, Span

#: How many marks count where more lie over each other.
_MOST = 8


@attrs.frozen(kw_only=True)
class Mark:
    """A marked span.

    Attributes:
        span: Where.
        key: The id of the entry that it belongs to; its own anchor is `at-` and this.
        classes: What it is, for the style sheet.
        tip: What the reader sees who points at it.
        href: The id of the entry that a click leads to; None for what has no entry.
        rank: Which of several marks on one piece of text leads: the lowest.
    """

    span: Span
    key: str
    classes: str
    tip: str
    href: str | None
    rank: int


class MarkedText:
    """A text with marks, which is written piece by piece.

    Marks may lie over each other, so the text is cut wherever one begins or ends, and each
    piece knows its marks. The anchor of a mark is written once, where it begins or, if that
    is between the pieces that the page shows, with the first that it lies on.
    """

    def __init__(self, source: Source, marks: Iterable[Mark]) -> None:
        self._source = source
        self._all = sorted(marks, key=lambda mark: mark.span)
        self._starts = [mark.span.start for mark in self._all]
        self._cuts, self._over = _sweep(self._all)
        self._anchored: set[str] = set()

    def write(self, span: Span) -> str:
        """A piece of the text as HTML."""
        first, last = bisect_right(self._cuts, span.start), bisect_left(self._cuts, span.end)
        bounds = [span.start, *self._cuts[first:last], span.end]
        return "".join(self._points(a) + self._piece(a, b) for a, b in pairwise(bounds))

    def rest(self, span: Span) -> str:
        """Pins for the marks inside a span whose anchors have not been written yet."""
        low, high = bisect_left(self._starts, span.start), bisect_right(self._starts, span.end)
        return "".join(self._pin(mark) for mark in self._all[low:high] if span.covers(mark.span))

    def rest_of_all(self) -> str:
        """Pins for all marks whose anchors have not been written yet."""
        return "".join(map(self._pin, self._all))

    def _points(self, offset: int) -> str:
        """Pins for the marks without width at an offset."""
        low, high = bisect_left(self._starts, offset), bisect_right(self._starts, offset)
        return "".join(self._pin(mark) for mark in self._all[low:high] if not mark.span.width)

    def _piece(self, start: int, end: int) -> str:
        text = html(self._source.text[start:end])
        place = bisect_right(self._cuts, start) - 1
        marks = self._over[place] if place >= 0 else ()
        if not marks or not text:
            return text
        anchors = "".join(self._anchor(mark) for mark in marks)
        href = next((mark.href for mark in marks if mark.href), None)
        link = f' href="#{href}"' if href else ""
        classes = " ".join(dict.fromkeys(mark.classes for mark in marks))
        keys = " ".join(mark.key for mark in marks)
        tip = html("\n".join(dict.fromkeys(mark.tip for mark in marks)))
        return (
            f'{anchors}<a class="mark {classes}"{link} data-marks="{keys}" title="{tip}">{text}</a>'
        )

    def _pin(self, mark: Mark) -> str:
        if mark.key in self._anchored:
            return ""
        link = f' href="#{mark.href}"' if mark.href else ""
        return (
            f'{self._anchor(mark)}<a class="mark pin {mark.classes}"{link}'
            f' data-marks="{mark.key}" title="{html(mark.tip)}">▸</a>'
        )

    def _anchor(self, mark: Mark) -> str:
        if mark.key in self._anchored:
            return ""
        self._anchored.add(mark.key)
        return f'<span class="anchor" id="at-{mark.key}"></span>'


def _sweep(marks: Iterable[Mark]) -> tuple[list[int], list[tuple[Mark, ...]]]:
    """Where the text is to be cut, and the marks from each cut to the next, those that lead first."""
    begins: dict[int, list[Mark]] = {}
    ends: dict[int, list[Mark]] = {}
    for mark in marks:
        begins.setdefault(mark.span.start, []).append(mark)
        ends.setdefault(mark.span.end, []).append(mark)
    cuts = sorted({*begins, *ends})
    active: dict[str, Mark] = {}
    over = []
    for cut in cuts:
        for mark in begins.get(cut, ()):
            active[mark.key] = mark
        for mark in ends.get(cut, ()):
            del active[mark.key]
        over.append(tuple(sorted(islice(active.values(), _MOST), key=lambda mark: mark.rank)))
    return cuts, over
