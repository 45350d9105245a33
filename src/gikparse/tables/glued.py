"""Read figures that a page has glued together, by the arithmetic of the form.

A run such as `21710000218` holds the seven figures of a row. It can be divided in
many ways, but the last figure of the row is the sum of the others, and the rows of
a table add up to each other column by column. A figure is accepted where every
division that the rules allow agrees on it, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, combinations, pairwise
from typing import NamedTuple

import attrs

from gikparse.values import Number

#: Longer runs, and rows with more readings or steps to them, are given up.
LONGEST_RUN = 60
MOST_READINGS = 2000
MOST_STEPS = 20_000
#: So many parts add up to at most one digit more than the longest of them has.
_FEW = 10
#: So many figures are kept in mind: the same few characters are tried again and again.
FIGURES_KEPT = 4096


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


@lru_cache(FIGURES_KEPT)
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


class _Step(NamedTuple):
    """A row whose last figures are taken off.

    Attributes:
        written: Those figures.
        left: For each sum what its total leaves over for the parts to come.
        run: The run that comes next.
        end: How much of it is left.
    """

    written: tuple[str, ...]
    left: tuple[Number, ...]
    run: int
    end: int


class _Divider:
    """Takes figures off a row from its right end, so that a sum is known before its parts."""

    def __init__(self, runs: Sequence[str], width: int, sums: Sequence[Sum], *, gaps: bool) -> None:
        self._runs = runs
        self._width = width
        self._sums = sums
        self._gaps = gaps
        #: How many characters stand in the runs before each.
        self._before = list(accumulate(map(len, runs), initial=0))
        # A part can only make its sum larger where no figure is negative.
        self._grows = not any("-" in run for run in runs)
        # The sum of all figures before it, where these are whole: it bounds them.
        self._bound: int | None = None
        if self._grows and not any("." in run for run in runs):
            first = (i for i, s in enumerate(sums) if sorted(s.parts) == [*range(s.total)])
            self._bound = next(first, None)
            self._digits = "".join(runs)

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
        stack = [_Step((), (0,) * len(self._sums), len(self._runs) - 1, len(self._runs[-1]))]
        for _ in range(MOST_STEPS):
            if not stack:
                return sorted(found, key=len, reverse=True)
            step = stack.pop()
            if step.run < 0:
                if self._adds_up(step):
                    found.append(step.written)
            elif self._can_fill(step):
                stack.extend(self._steps(step))
        return []

    def _can_fill(self, step: _Step) -> bool:
        """Whether what is left makes neither too many figures nor too few."""
        wanted = self._width - len(step.written)
        left = self._before[step.run] + step.end
        if step.run >= wanted or (left < wanted and not self._gaps):
            return False
        if self._bound is None or wanted > self._sums[self._bound].total:
            return True
        total = step.left[self._bound]
        # No part is longer than the sum, and one is at most a digit shorter, as there are few.
        length = len(str(total))
        longest = left if self._gaps else left - wanted + 1
        if left > wanted * length or (length > longest + 1 and wanted < _FEW):
            return False
        # Divided in any way, parts leave the remainder by nine that their digits leave.
        return wanted < self._sums[self._bound].total or (total - self._digit_sum(left)) % 9 == 0

    def _digit_sum(self, count: int) -> int:
        return sum(int(mark) for mark in self._digits[:count] if mark.isdecimal())

    def _adds_up(self, step: _Step) -> bool:
        """Whether the figures of a row keep its sums."""
        if len(step.written) == self._width:
            return not any(step.left)
        if not self._gaps or not self._sums:
            return self._gaps
        rule, *others = self._sums
        if others or len(rule.parts) < self._width - 1:
            return False  # nothing tells which of the sums lacks a part
        *parts, total = map(_number, step.written)
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

    def _steps(self, step: _Step) -> Iterator[_Step]:
        """The ways to take the next figure off."""
        text = self._runs[step.run]
        place = self._width - len(step.written) - 1
        longest = self._longest(place, step)
        for start in _starts(text, step.end):
            if step.end - start > longest:
                return  # each figure to come is longer still
            figure = text[start : step.end]
            left = self._left_by(_number(figure), place, step.left)
            if left is not None:
                run, end = step.run, start
                if not start:
                    run, end = run - 1, len(self._runs[run - 1])
                yield _Step((figure, *step.written), left, run, end)

    def _longest(self, place: int, step: _Step) -> int:
        """How many characters a figure in a place has at most."""
        if self._bound is None or place >= self._sums[self._bound].total:
            return step.end
        return len(str(step.left[self._bound]))

    def _left_by(
        self, number: Number, place: int, left: tuple[Number, ...]
    ) -> tuple[Number, ...] | None:
        """What a figure in a place leaves of each sum; None where the parts cannot make their total."""
        found = list(left)
        for index, rule in enumerate(self._sums):
            if rule.total == place:
                found[index] += number
            elif place in rule.parts:
                found[index] -= number
                short = self._grows and found[index] < 0
                # Where no cell is empty, the place of the last part is known.
                over = not self._gaps and place == min(rule.parts) and found[index] != 0
                if rule.total > place and (short or over):
                    return None
        return tuple(found)


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
