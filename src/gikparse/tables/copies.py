"""Figures that a page repeats in each place that their cell spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from gikparse.tables.entries import Entry

#: More ways than this to take copies away, and nothing is told.
MOST_WAYS = 200


def without_copies(values: Sequence[Entry], width: int) -> list[tuple[Entry, ...]]:
    """The ways in which the values of a row can fill its columns, copies taken away.

    A copy stands beside what it copies, but two equal figures side by side may
    also be two figures.

    Args:
        values: The values of a row, more than it has columns.
        width: How many columns it has.

    Returns:
        Each way that leaves one value for each column; none where there is no such way,
        or too many.
    """
    runs = [list(run) for _, run in groupby(values, key=lambda entry: entry.content.text)]
    if not len(runs) <= width < len(values):
        return []
    found = []
    for count, sizes in enumerate(_sizes([len(run) for run in runs], width)):
        if count == MOST_WAYS:
            return []
        kept = zip(runs, sizes, strict=True)
        found.append(tuple(entry for run, size in kept for entry in run[:size]))
    return found


def _sizes(longest: Sequence[int], total: int) -> Iterator[tuple[int, ...]]:
    """How many of each run are kept: at least one, together as many as there are columns."""
    for ends in combinations(range(1, total), len(longest) - 1):
        sizes = tuple(b - a for a, b in zip((0, *ends), (*ends, total), strict=True))
        if all(size <= most for size, most in zip(sizes, longest, strict=True)):
            yield sizes
