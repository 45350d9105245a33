"""Read figures that a page has glued together, by the arithmetic of the form.

A run such as `21710000218` holds the seven figures of a row. It can be divided in
many ways, but the last figure of the row is the sum of the others, and the rows of
a table add up to each other column by column. A figure is accepted where every
division that the rules allow agrees on it, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, combinations, pairwise

import attrs

from gikparse.values import Number

#: Longer runs, and rows with more readings or steps to them, are given up.
LONGEST_RUN = 60
MOST_READINGS = 2000
MOST_STEPS = 20_000


@attrs.frozen(kw_only=True)
class Sum:
    """Figures of one row that add up: the place of the sum and those of its parts."""

    total: int
    parts: tuple[int, ...]

    def holds(self, figures: Sequence[Number | None]) -> bool | None:
        """Whether the figures of a row keep the sum; None where one of them is missing."""
        total, *parts = (figures[place] for place in (self.total, *self.parts))
        known = [part for part in parts if part is not None]
        return None if total is None or len(known) < len(parts) else total == sum(known)


@attrs.frozen
class Reading:
    """A reading of a row.

    Attributes:
        written: Its figures as written; "" for an empty cell.
        figures: The same as numbers, 0 for an empty cell.
    """

    written: tuple[str, ...]
    figures: tuple[Number, ...]

    @classmethod
    def of(cls, written: Sequence[str]) -> Reading:
        """The reading with these figures."""
        return cls(tuple(written), tuple(map(_number, written)))

    def places(self) -> Iterator[tuple[int, int]]:
        """Where each figure begins and ends in the runs put together."""
        return pairwise(accumulate(map(len, self.written), initial=0))


def _number(written: str) -> Number:
    return Decimal(written) if "." in written else int(written or 0)


def divide(
    runs: Sequence[str], width: int, sums: Sequence[Sum] = (), *, gaps: bool = False
) -> list[Reading]:
    """Every division of a row's runs into its figures that the sums allow.

    Args:
        runs: The runs of the row, in order; a figure never reaches over two of them.
        width: How many figures the row has.
        sums: What adds up within the row.
        gaps: Whether some of its cells, but not its only total, may be empty: that leaves no
            trace in a run.

    Returns:
        The readings; none where the runs cannot fill the row, or in too many ways.

    Example:
        >>> row = Sum(total=6, parts=(0, 1, 2, 3, 4, 5))
        >>> [reading.written for reading in divide(["21710000218"], 7, [row])]
        [('217', '1', '0', '0', '0', '0', '218')]
        >>> [reading.written for reading in divide(["16"], 2, gaps=True)]
        [('1', '6'), ('16', ''), ('', '16')]
    """
    runs = [run for run in runs if run]
    if not runs or sum(map(len, runs)) > LONGEST_RUN:
        return []
    return _Divider(runs, width, sums, gaps=gaps).readings()


class _Divider:
    """Takes figures off a row from its right end, so that a sum is known before its parts."""

    def __init__(self, runs: Sequence[str], width: int, sums: Sequence[Sum], *, gaps: bool) -> None:
        self._runs = runs
        self._width = width
        self._sums = sums
        self._gaps = gaps
        self._total_of = {place: rule for rule in sums for place in rule.parts}
        # A part can only make its sum larger where no figure is negative.
        self._grows = not any("-" in run for run in runs)

    def readings(self) -> list[Reading]:
        divisions = self._divisions()
        if all(len(written) < self._width for written in divisions):
            return []  # the row lacks cells in any case, and nothing tells which
        found: list[Reading] = []
        for written in divisions:
            found += map(Reading.of, self._with_empty_cells(written))
            if len(found) > MOST_READINGS:
                return []
        return found

    def _divisions(self) -> list[tuple[str, ...]]:
        """The figures of every division, those of the most first; none where there are too many."""
        found: list[tuple[str, ...]] = []
        stack: list[tuple[tuple[str, ...], int, int]] = [
            ((), len(self._runs) - 1, len(self._runs[-1]))
        ]
        for _ in range(MOST_STEPS):
            if not stack:
                return sorted(found, key=len, reverse=True)
            written, run, end = stack.pop()
            if run < 0:
                if self._adds_up(written):
                    found.append(written)
            elif len(written) + run + 1 <= self._width:
                stack.extend(self._steps(written, run, end))
        return []

    def _adds_up(self, written: tuple[str, ...]) -> bool:
        """Whether the figures of a row keep its sums."""
        if len(written) == self._width:
            figures = Reading.of(written).figures
            return all(rule.holds(figures) for rule in self._sums)
        if not self._gaps or not self._sums:
            return self._gaps
        rule, *others = self._sums
        if others or len(rule.parts) < self._width - 1:
            return False  # nothing tells which of the sums lacks a part
        *parts, total = map(_number, written)
        return sum(parts) == total

    def _with_empty_cells(self, written: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The figures in every way in which they can fill the row, the total always in its place."""
        free = self._width - len(self._sums)
        if len(written) == self._width:
            yield written
            return
        parts, total = (written[:-1], written[-1:]) if self._sums else (written, ())
        for places in combinations(range(free), len(parts)):
            filled = dict(zip(places, parts, strict=True))
            yield (*(filled.get(place, "") for place in range(free)), *total)

    def _steps(
        self, written: tuple[str, ...], run: int, end: int
    ) -> Iterator[tuple[tuple[str, ...], int, int]]:
        text = self._runs[run]
        for start in _starts(text, end):
            figures = (text[start:end], *written)
            if self._fits(figures):
                yield (
                    (figures, run, start) if start else (figures, run - 1, len(self._runs[run - 1]))
                )

    def _fits(self, written: tuple[str, ...]) -> bool:
        """Whether the parts read so far do not exceed their sum; the one read last is the first."""
        first = self._width - len(written)
        rule = self._total_of.get(first)
        if rule is None or not self._grows or rule.total < first:
            return True
        total = _number(written[rule.total - first])
        return sum(_number(written[part - first]) for part in rule.parts if part >= first) <= total


def _starts(run: str, end: int) -> Iterator[int]:
    """Where a figure that ends at `end` can begin: no figure but 0 begins with 0."""
    digits = end
    while digits and run[digits - 1].isdecimal():
        digits -= 1
    yield from _whole_starts(run, digits, end)
    if 0 < digits < end and run[digits - 1] == ".":
        point = digits - 1
        digits = point
        while digits and run[digits - 1].isdecimal():
            digits -= 1
        yield from _whole_starts(run, digits, point)


def _whole_starts(run: str, first: int, end: int) -> Iterator[int]:
    """Where a whole number can begin whose digits lie in `run[first:end]`."""
    before_point = first and run[first - 1] == "."
    for start in range(end - 1, first - 1, -1):
        if run[start] == "0" and start < end - 1:
            continue
        if not (start == first and (before_point or run[:start][-1:] == "-")):
            yield start
    if first and run[first - 1] == "-" and first < end and (run[first] != "0" or end == first + 1):
        yield first - 1
