"""Cells that span rows and columns, laid out so that every place of the grid has its cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gikparse.readers.limits import Job

#: HTML allows so wide and so high a cell at most.
WIDEST = 1_000
HIGHEST = 65_534


class SpanningCell(NamedTuple):
    """A cell as a file has it.

    Attributes:
        text: What it says.
        columns: How many columns it covers.
        rows: How many rows it covers; 0 is all that follow.
    """

    text: str
    columns: int = 1
    rows: int = 1


def lay_out(rows: Iterable[Sequence[SpanningCell]], job: Job) -> list[list[str]]:
    """The grid of a table: rows of equal length.

    A cell's text stands in its upper left place; the other places that it covers
    are empty. Rows and columns in which no cell begins are left out.

    Args:
        rows: The cells that begin in each row, from left to right.
        job: What bounds the table.

    Raises:
        UsageError: The grid has too many cells.

    Example:
        >>> lay_out([[SpanningCell("a", rows=2), SpanningCell("b", columns=2)],
        ...          [SpanningCell("c"), SpanningCell("d")]], Job())
        [['a', 'b', ''], ['', 'c', 'd']]
    """
    grid: list[list[str]] = []
    starts: set[int] = set()
    covered: list[int] = []  # for each column, how many more rows a cell from above covers
    size = 0
    for cells in rows:
        row = _lay_out_row(cells, covered, starts, job)
        size += len(covered)
        job.require(size, "cells", "cells in a table")
        if cells:
            grid.append(row)
    return only_columns(pad(grid), starts)


def _lay_out_row(
    cells: Iterable[SpanningCell], covered: list[int], starts: set[int], job: Job
) -> list[str]:
    row: list[str] = []
    for cell in cells:
        _skip_covered(row, covered)
        width = min(max(cell.columns, 1), WIDEST)
        height = min(cell.rows, HIGHEST) or HIGHEST
        start = len(row)
        starts.add(start)
        row += [cell.text, *[""] * (width - 1)]
        job.require(len(row), "cells", "cells in a table")
        covered += [0] * (len(row) - len(covered))
        covered[start : len(row)] = [height - 1] * width
    _skip_covered(row, covered)
    for column in range(len(row), len(covered)):
        covered[column] = max(covered[column] - 1, 0)
    return row


def _skip_covered(row: list[str], covered: list[int]) -> None:
    """Leave the places empty that a cell from above covers."""
    while len(row) < len(covered) and covered[len(row)]:
        covered[len(row)] -= 1
        row.append("")


def pad(rows: Iterable[Sequence[str]]) -> list[list[str]]:
    """The rows filled up with empty cells to the longest of them."""
    rows = list(rows)
    width = max(map(len, rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]


def only_columns(rows: list[list[str]], starts: set[int]) -> list[list[str]]:
    """The rows without the columns in which no cell begins: only rounding made them."""
    width = len(rows[0]) if rows else 0
    if starts >= set(range(width)):
        return rows
    kept = sorted(starts)
    return [[row[column] for column in kept] for row in rows]
