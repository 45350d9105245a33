"""A table on the screen.

The rows of these tables are rarely of one length: a label that spans rows or columns
is given once. What lines up are the figures at the right, so a row is drawn as its
labels, which share the room at the left, and its figures, counted from the right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from gikparse.cli.width import cut, pad, width

_BAR = " │ "
#: No column is made narrower than this to save room.
_LEAST = 8
_FIGURE_MARKS = frozenset(".,+-%/．，＋－％—–")

Cells = Sequence[str]


class _Row(NamedTuple):
    """A row that lines up with others; one that does not has all its cells as labels."""

    labels: Cells
    figures: Cells


def draw(rows: Sequence[Cells], limit: int | None) -> Iterator[str]:
    """The rows of a table, one line each.

    Args:
        rows: The cells of each row; rows may differ in length.
        limit: How many columns of the screen the table may take; wide cells are cut
            for that. None cuts nothing.
    """
    for part in _parts([_split(row) for row in rows]):
        yield from _draw_part(part, limit)


def _split(cells: Cells) -> _Row:
    count = len(cells)
    while count and _is_figure(cells[count - 1]):
        count -= 1
    return _Row(cells[:count], cells[count:])


def _is_figure(cell: str) -> bool:
    """Whether a cell holds a number, a dash, or nothing."""
    return all(c.isdecimal() or c in _FIGURE_MARKS for c in cell)


def _parts(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """A table cut into its parts: rows of headers and then rows with figures."""
    part: list[_Row] = []
    for has_figures, run in groupby(rows, key=lambda row: bool(row.figures)):
        if part and not has_figures:
            yield part
            part = []
        part.extend(run)
    if part:
        yield part


def _draw_part(rows: Sequence[_Row], limit: int | None) -> Iterator[str]:
    shape = next((row for row in rows if row.figures), None)
    rows = [_as_header(row, shape) for row in rows]
    lined_up = [row for row in rows if row.figures]
    figures = _widths([row.figures[::-1] for row in lined_up])[::-1]
    outer = _widths([row.labels[:-1] for row in lined_up])
    labels = max((_together(outer, row.labels) for row in lined_up), default=0)
    if limit is not None:
        room = max(limit - sum(figures) - len(_BAR) * len(figures), 2 * _LEAST)
        if labels > room:
            outer = [min(w, max(room // (len(outer) + 1), _LEAST)) for w in outer]
            labels = room
    for row in rows:
        if row.figures:
            yield _draw_row(row, outer, labels, figures)
        else:
            line = _BAR.join(row.labels)
            yield line if limit is None else cut(line, limit)


def _as_header(row: _Row, shape: _Row | None) -> _Row:
    """A row of headers as a row with figures, if it has a cell for each of theirs."""
    if row.figures or shape is None or len(row.labels) != len(shape.labels) + len(shape.figures):
        return row
    return _Row(row.labels[: len(shape.labels)], row.labels[len(shape.labels) :])


def _widths(rows: Sequence[Cells]) -> list[int]:
    count = max(map(len, rows), default=0)
    return [max(width(row[i]) for row in rows if i < len(row)) for i in range(count)]


def _together(outer: Sequence[int], labels: Cells) -> int:
    """How wide the labels of a row are; the last one may take all the room that is left."""
    before = outer[: max(len(labels) - 1, 0)]
    return sum(before) + len(_BAR) * len(before) + (width(labels[-1]) if labels else 0)


def _draw_row(row: _Row, outer: Sequence[int], labels: int, figures: Sequence[int]) -> str:
    cells = [pad(cut(cell, to), to) for cell, to in zip(row.labels[:-1], outer, strict=False)]
    start = len(figures) - len(row.figures)
    drawn = [
        pad(cell, to, right=True) for cell, to in zip(row.figures, figures[start:], strict=True)
    ]
    if labels:
        left = sum(width(cell) + len(_BAR) for cell in cells)
        last = row.labels[-1] if row.labels else ""
        cells.append(pad(cut(last, labels - left), labels - left))
    # Figures that a row does not have leave their room, not their bars.
    missing = sum(figures[:start]) + len(_BAR) * start
    return (
        (_BAR.join(cells) + " " * missing + _BAR + _BAR.join(drawn)) if cells else _BAR.join(drawn)
    )
