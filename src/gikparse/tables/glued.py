"""Read figures that a page has glued together, by the arithmetic of the form.

A run such as `21710000218` holds the seven figures of a row. It can be divided in
many ways, but the last figure of the row is the sum of the others, and the rows of
a table add up to each other column by column. A figure is accepted where every
division that the rules allow agrees on it, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

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

    def holds(self, figures: Sequence[Number]) -> bool:
        """Whether the figures of a row keep the sum."""
        return figures[self.total] == sum(figures[place] for place in self.parts)


@attrs.frozen
class Reading:
    """A reading of a row.

    Attributes:
        written: Its figures as written.
        figures: The same as numbers.
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
    return Decimal(written) if "." in written else int(written)


def divide(runs: Sequence[str], width: int, sums: Sequence[Sum] = ()) -> list[Reading]:
    """Every division of a row's runs into its figures that the sums allow.

    Args:
        runs: The runs of the row, in order; a figure never reaches over two of them.
        width: How many figures the row has.
        sums: What adds up within the row.

    Returns:
        The readings; none where the runs cannot be divided so, or in too many ways.

    Example:
        >>> row = Sum(total=6, parts=(0, 1, 2, 3, 4, 5))
        >>> [reading.written for reading in divide(["21710000218"], 7, [row])]
        [('217', '1', '0', '0', '0', '0', '218')]
        >>> len(divide(["6233440"], 3))
        15
    """
    runs = [run for run in runs if run]
    if not runs or sum(map(len, runs)) > LONGEST_RUN:
        return []
    return _Divider(runs, width, sums).readings()


class _Divider:
    """Takes figures off a row from its right end, so that a sum is known before its parts."""

    def __init__(self, runs: Sequence[str], width: int, sums: Sequence[Sum]) -> None:
        self._runs = runs
        self._width = width
        self._sums = sums
        self._total_of = {place: rule for rule in sums for place in rule.parts}
        # A part can only make its sum larger where no figure is negative.
        self._grows = not any("-" in run for run in runs)

    def readings(self) -> list[Reading]:
        found: list[Reading] = []
        stack: list[tuple[tuple[str, ...], int, int]] = [
            ((), len(self._runs) - 1, len(self._runs[-1]))
        ]
        for _ in range(MOST_STEPS):
            if not stack:
                return found
            written, run, end = stack.pop()
            if run < 0:
                reading = Reading.of(written)
                if len(written) == self._width and all(
                    s.holds(reading.figures) for s in self._sums
                ):
                    found.append(reading)
                    if len(found) > MOST_READINGS:
                        return []
            elif len(written) + run + 1 <= self._width:
                stack.extend(self._steps(written, run, end))
        return []

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
