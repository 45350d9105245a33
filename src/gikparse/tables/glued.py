"""Read figures that a page has glued together, by the arithmetic of the form.

A run such as `21710000218` holds the seven figures of a row. It can be divided in
many ways, but the last figure of the row is the sum of the others, and the rows of
a table add up to each other column by column. A figure is accepted where every
division that the rules allow agrees on it, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce

import attrs

#: A reading of a row: its figures as written.
Reading = tuple[str, ...]

#: Longer runs, and rows with more readings or steps to them, are given up.
LONGEST_RUN = 40
MOST_READINGS = 1000
MOST_STEPS = 20_000
#: More sums than this on one side of an equation, and it is not used.
MOST_SUMS = 20_000
#: Each round of the equations can settle rows that the next one builds on.
ROUNDS = 6


@attrs.frozen(kw_only=True)
class Sum:
    """Figures of one row that add up: the place of the sum and those of its parts."""

    total: int
    parts: tuple[int, ...]

    @property
    def last(self) -> int:
        """The last place that the sum needs."""
        return max(self.total, *self.parts)

    def holds(self, figures: Sequence[str]) -> bool:
        """Whether the figures read so far keep the sum."""
        return Decimal(figures[self.total]) == sum(Decimal(figures[place]) for place in self.parts)


@attrs.frozen(kw_only=True)
class Equation:
    """Rows whose figures add up to nothing, column by column, with their signs."""

    terms: tuple[tuple[str, int], ...]


def divide(runs: Sequence[str], width: int, sums: Sequence[Sum] = ()) -> list[Reading]:
    """Every division of a row's runs into its figures that the sums allow.

    Args:
        runs: The runs of the row, in order; a figure never reaches over two of them.
        width: How many figures the row has.
        sums: What adds up within the row.

    Returns:
        The readings; none where the runs cannot be divided so, or in too many ways.

    Example:
        >>> divide(["21710000218"], 7, [Sum(total=6, parts=(0, 1, 2, 3, 4, 5))])
        [('217', '1', '0', '0', '0', '0', '218')]
        >>> len(divide(["6233440"], 3))
        10
    """
    runs = [run for run in runs if run]
    if sum(map(len, runs)) > LONGEST_RUN:
        return []
    due: dict[int, list[Sum]] = {}
    for rule in sums:
        due.setdefault(rule.last + 1, []).append(rule)
    readings: list[Reading] = []
    stack: list[tuple[Reading, int, int]] = [((), 0, 0)]
    for _ in range(MOST_STEPS):
        if not stack:
            return readings
        figures, run, start = stack.pop()
        if any(not rule.holds(figures) for rule in due.get(len(figures), ())):
            continue
        if run == len(runs):
            if len(figures) == width:
                readings.append(figures)
                if len(readings) > MOST_READINGS:
                    return []
        elif len(figures) + len(runs) - run <= width:
            text = runs[run]
            for end in _ends(text, start):
                following = (run + 1, 0) if end == len(text) else (run, end)
                stack.append(((*figures, text[start:end]), *following))
    return []


def _ends(run: str, start: int) -> Iterator[int]:
    """Where a figure that begins at `start` can end: no figure but 0 begins with 0."""
    place = start + (run[start] == "-")
    digits = place
    while digits < len(run) and run[digits].isdigit():
        digits += 1
    longest = min(digits, place + 1) if run[place : place + 1] == "0" else digits
    for end in range(place + 1, longest + 1):
        if run[end : end + 1] != ".":
            yield end
    if digits == longest and run[digits : digits + 1] == ".":
        end = digits + 1
        while end < len(run) and run[end].isdigit():
            end += 1
            yield end


def settle(
    domains: Mapping[str, Sequence[Reading]], equations: Sequence[Equation]
) -> dict[str, list[Reading]]:
    """Keep the readings that fit the readings of the other rows.

    Args:
        domains: The readings of every row that has any.
        equations: What adds up between rows; one that lacks a row is not used, nor
            one that no reading could keep: then the page itself is wrong.

    Returns:
        What is left of every domain, never less than one reading.
    """
    left = {row: [tuple(map(Decimal, r)) for r in readings] for row, readings in domains.items()}
    usable = [e for e in equations if all(row in left for row, _ in e.terms)]
    for _ in range(ROUNDS):
        sizes = {row: len(readings) for row, readings in left.items()}
        for equation in usable:
            _narrow(left, equation)
        if sizes == {row: len(readings) for row, readings in left.items()}:
            break
    return {
        row: [r for r in readings if tuple(map(Decimal, r)) in set(left[row])]
        for row, readings in domains.items()
    }


_Figures = tuple[Decimal, ...]


def _narrow(left: dict[str, list[_Figures]], equation: Equation) -> None:
    """Drop the readings that no choice of the other rows can balance."""
    for row, sign in equation.terms:
        if len(left[row]) == 1:
            continue
        others = [(other, s) for other, s in equation.terms if other != row]
        sums = _sums([(left[other], s) for other, s in others])
        kept = [r for r in left[row] if tuple(-sign * f for f in r) in sums] if sums else []
        if kept:
            left[row] = kept


def _sums(terms: Sequence[tuple[Sequence[_Figures], int]]) -> set[_Figures]:
    """Every sum that readings of some rows can have; empty where there are too many."""
    width = len(terms[0][0][0]) if terms else 0

    def add(sums: set[_Figures], term: tuple[Sequence[_Figures], int]) -> set[_Figures]:
        readings, sign = term
        if len(sums) * len(readings) > MOST_SUMS:
            return set()
        return {
            tuple(a + sign * b for a, b in zip(one, other, strict=True))
            for one in sums
            for other in readings
        }

    return reduce(add, terms, {(Decimal(0),) * width})
