"""A table on the screen, its columns in line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.cli.ragged import draw_ragged
from gikparse.cli.width import BAR, LEAST_FIGURES, LEAST_WORDS, cut, is_figure, narrow, pad, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def draw_list(rows: Sequence[Sequence[str]], limit: int) -> Iterator[str]:
    r"""Records, one line each, the first of which names their fields.

    Unlike a table of a report it has a cell for everything, so that no words spread
    over an empty one; and what a record is found by is never cut.

    Args:
        rows: The fields of each record, as many in each; the first one is its key.
        limit: How many columns of the screen the list may take; wide cells are cut
            for that, but for keys.

    Example:
        >>> rows = [("id", "column", "value"), ("request.received", "", "12")]
        >>> print(*draw_list(rows, limit=20), sep="\n")
        id               │ column │ value
        request.received │        │    12
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    least = [widths[0], *[LEAST_FIGURES] * (len(widths) - 1)]
    narrow(widths, limit - len(BAR) * (len(widths) - 1), least)
    for row in rows:
        cells = (pad(cut(f, to), to, right=is_figure(f)) for f, to in zip(row, widths, strict=True))
        yield BAR.join(cells).rstrip()


def draw(rows: Sequence[Sequence[str]], limit: int | None) -> Iterator[str]:
    r"""The rows of a table, one line each.

    Args:
        rows: The cells of each row; rows may differ in length.
        limit: How many columns of the screen the table may take; wide cells are cut
            for that. None cuts nothing.

    Example:
        >>> rows = [("信息内容", "数量"), ("行政许可", "18643"), ("行政处罚", "37")]
        >>> print(*draw(rows, limit=None), sep="\n")
        信息内容 │ 数量
        行政许可 │ 18643
        行政处罚 │    37
    """
    if len({len(row) for row in rows}) > 1:
        yield from draw_ragged(rows, limit)
        return
    widths = _widths(rows)
    if limit is not None:
        narrow(widths, limit - len(BAR) * (len(widths) - 1), _least(rows))
    for row in rows:
        yield _draw_row(row, widths).rstrip()


def _span(row: Sequence[str], start: int) -> int:
    """Where the room of a cell ends: words may take that of the empty cells after them."""
    end = start + 1
    while not is_figure(row[start]) and end < len(row) and not row[end]:
        end += 1
    return end


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    widths = [0] * (len(rows[0]) if rows else 0)
    spans = [(row[i], i, _span(row, i)) for row in rows for i in range(len(row))]
    for cell, start, end in spans:
        if end == start + 1:
            widths[start] = max(widths[start], width(cell))
    for cell, start, end in spans:
        widths[start] += max(0, width(cell) - _room(widths, start, end))
    return widths


def _least(rows: Sequence[Sequence[str]]) -> list[int]:
    columns = ([cell for cell in column if cell] for column in zip(*rows, strict=True))
    has_figures = (any(is_figure(cell) for cell in column) for column in columns)
    return [LEAST_FIGURES if figures else LEAST_WORDS for figures in has_figures]


def _room(widths: Sequence[int], start: int, end: int) -> int:
    return sum(widths[start:end]) + len(BAR) * (end - start - 1)


def _draw_row(row: Sequence[str], widths: Sequence[int]) -> str:
    drawn = []
    start = 0
    while start < len(row):
        cell, end, last = row[start], start + 1, _span(row, start)
        while end < last and width(cell) > _room(widths, start, end):
            end += 1
        room = _room(widths, start, end)
        drawn.append(pad(cut(cell, room), room, right=is_figure(cell)))
        start = end
    return BAR.join(drawn)
