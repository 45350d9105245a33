"""A table whose rows differ in length, on the screen.

Such a table gives a label that spans rows or columns once. What lines up then are
the figures at the right, so a row is drawn as its labels, which share the room at
the left, and its figures, counted from the right.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from gikparse.cli.width import BAR, LEAST_FIGURES, LEAST_WORDS, cut, is_figure, narrow, pad, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class _Row(NamedTuple):
    """A row that lines up with others; one that does not has all its cells as labels."""

    labels: Sequence[str]
    figures: Sequence[str]


class _Layout(NamedTuple):
    """How wide the parts of the rows are: all labels but the last, all labels, each figure."""

    outer: list[int]
    labels: int
    figures: list[int]


def draw_ragged(rows: Sequence[Sequence[str]], limit: int | None) -> Iterator[str]:
    """The rows, one line each; see `gikparse.cli.grid.draw`."""
    for part in _parts([_split(row) for row in rows]):
        shape = next((row for row in part if row.figures), None)
        shaped = [_as_header(row, shape) for row in part]
        layout = _layout([row for row in shaped if row.figures], limit)
        for row in shaped:
            if row.figures:
                yield _draw_row(row, layout).rstrip()
            else:
                line = BAR.join(row.labels)
                yield line if limit is None else cut(line, limit)


def _split(cells: Sequence[str]) -> _Row:
    count = len(cells)
    while count and is_figure(cells[count - 1]):
        count -= 1
    return _Row(cells[:count], cells[count:])


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


def _as_header(row: _Row, shape: _Row | None) -> _Row:
    """A row of headers as a row with figures, if it has a cell for each of theirs."""
    if row.figures or shape is None or len(row.labels) == 1:
        return row
    if len(row.labels) != len(shape.labels) + len(shape.figures):
        return row
    return _Row(row.labels[: len(shape.labels)], row.labels[len(shape.labels) :])


def _layout(rows: Sequence[_Row], limit: int | None) -> _Layout:
    figures = _widths([row.figures[::-1] for row in rows])[::-1]
    outer = _widths([row.labels[:-1] for row in rows])
    labels = max((_room(outer, row) + _last_width(row) for row in rows), default=0)
    if limit is not None:
        least = max(map(width, (f for row in rows for f in row.figures if is_figure(f))), default=0)
        limit -= len(BAR) * len(figures)
        narrow(figures, limit - min(labels, limit // 2), [max(least, LEAST_FIGURES)] * len(figures))
        room = max(limit - sum(figures), LEAST_WORDS)
        if labels > room:
            labels = room
            last = max((_last_width(row) for row in rows if len(row.labels) > 1), default=0)
            inner = room - min(last, room // 2) - len(BAR) * len(outer)
            narrow(outer, inner, [LEAST_FIGURES] * len(outer))
    return _Layout(outer, labels, figures)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    count = max(map(len, rows), default=0)
    return [max(width(row[i]) for row in rows if i < len(row)) for i in range(count)]


def _room(outer: Sequence[int], row: _Row) -> int:
    """The room that the labels of a row take but for its last one, which may take the rest."""
    taken = outer[: max(len(row.labels) - 1, 0)]
    return sum(taken) + len(BAR) * len(taken)


def _last_width(row: _Row) -> int:
    return width(row.labels[-1]) if row.labels else 0


def _draw_row(row: _Row, layout: _Layout) -> str:
    cells = [
        pad(cut(cell, to), to) for cell, to in zip(row.labels[:-1], layout.outer, strict=False)
    ]
    if layout.labels:
        last = row.labels[-1] if row.labels else ""
        room = max(layout.labels - _room(layout.outer, row), 1)
        cells.append(pad(cut(last, room), room))
    # Figures that a row does not have leave their room, and no bars.
    absent = len(layout.figures) - len(row.figures)
    blanks = " " * (sum(layout.figures[:absent]) + len(BAR) * absent)
    if cells:
        cells[-1] += blanks
    widths = layout.figures[absent:]
    cells += [
        pad(cut(cell, to), to, right=True) for cell, to in zip(row.figures, widths, strict=True)
    ]
    return BAR.join(cells)
