"""A table on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gikparse.cli.width import cut, pad, width

_BAR = " │ "
#: No column is made narrower than this to save room.
_LEAST = 8


def draw(rows: Sequence[Sequence[str]], limit: int | None) -> Iterator[str]:
    """The rows of a table with their cells in columns.

    Args:
        rows: The cells of each row; rows may differ in length.
        limit: How many columns of the screen the table may take; the widest cells are
            cut for that. None cuts nothing.
    """
    count = max(map(len, rows), default=0)
    widths = [max(width(row[i]) for row in rows if i < len(row)) for i in range(count)]
    if limit is not None:
        _narrow(widths, limit - len(_BAR) * (count - 1))
    for row in rows:
        cells = [pad(cut(cell, to), to) for cell, to in zip(row, widths, strict=False)]
        yield _BAR.join(cells).rstrip()


def _narrow(widths: list[int], limit: int) -> None:
    """Take from the widest columns until all fit, or none can give any more."""
    while (excess := sum(widths) - limit) > 0 and (widest := max(widths)) > _LEAST:
        others = [w for w in widths if w < widest]
        share = -(-excess // (len(widths) - len(others)))
        to = max(widest - share, max(others, default=0), _LEAST)
        widths[:] = [min(w, to) for w in widths]
