"""Read a table zone whose cells are divided by bars."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from gikparse.grammar import Lexed, TextParser


class CellPiece(NamedTuple):
    """Where the text of a cell lies in the reading view, blanks and bars left out."""

    start: int
    end: int


def read_rows(text: str, start: int, end: int) -> list[list[CellPiece]]:
    """The rows of a table zone.

    Args:
        text: The reading view.
        start: Where the zone begins, at a line start.
        end: Where it ends, trailing blanks left out.

    Returns:
        The cells of each row, from left to right. A row that holds an outer bar
        and nothing else has none.
    """
    rows: list[list[CellPiece]] = _parser().parse_text(text, start, end)
    return rows


@cache
def _parser() -> TextParser:
    return TextParser("table", {"row": _row, "table": _table})


# --- what the parser calls for each rule


def _row(lines: list[Lexed]) -> list[Lexed]:
    return lines


def _table(rows: list[list[Lexed]]) -> list[list[CellPiece]]:
    divide = _bars_divide(rows)
    if any(row[0].type == "OPENED_CELL" for row in rows):
        return [
            _opened_row(row, after) + (_last_cell(row) if divide and row[0].type == "CELLS" else [])
            for row, after in zip_longest(rows, rows[1:])
        ]
    framed = all(_opens_with_bar(row[0]) or "|" not in row[0].text for row in rows)
    return [_closed_row(row, framed=framed) + (_last_cell(row) if divide else []) for row in rows]


def _opens_with_bar(token: Lexed) -> bool:
    return token.text.lstrip().startswith("|")


def _bars_divide(rows: Sequence[Sequence[Lexed]]) -> bool:
    """Whether bars stand between cells only, so that a row with an empty last cell ends with one.

    A single row without a bar at its end may have lost it; then the others have one more.
    """
    opened = [row for row in rows if _is_open(row)]
    bars = {row[0].text.count("|") for row in rows if row[0].type == "CELLS"} - {0}
    return len(opened) > 1 or (len(opened) == 1 and len(bars) == 1)


def _is_open(row: Sequence[Lexed]) -> bool:
    """Whether a row of several cells goes on behind its last bar."""
    return len(row) == 1 and "|" in row[0].text.lstrip(" |") and not row[0].text.endswith("|")


def _last_cell(row: Sequence[Lexed]) -> list[CellPiece]:
    """The empty cell behind the last bar of a row, where bars only stand between cells."""
    if len(row) > 1 or not row[0].text.endswith("|"):
        return []
    place = row[0].start + len(row[0].text)
    return [CellPiece(place, place)]


def _closed_row(tokens: Sequence[Lexed], *, framed: bool) -> list[CellPiece]:
    """The cells of a row where bars close cells.

    A bar on a line of its own closes the cell before it, if that has no bar yet. The bar
    that opens a row of several cells closes an empty one, unless all rows are framed so.
    """
    line, *slipped = tokens
    if line.type == "OUTER_BAR":
        return []
    cells = _cells(line)
    if not framed and _opens_with_bar(line) and line.text.count("|") > 2:
        cells[:0] = _bars(line)[:1]
    closed = line.text.endswith("|")
    for bars in slipped:
        cells += _bars(bars) if closed else _bars(bars)[1:]
        closed = True
    return cells


def _opened_row(tokens: Sequence[Lexed], after: Sequence[Lexed] | None) -> list[CellPiece]:
    """The cells of a row where bars open cells, each on its line.

    The last bar before a line without one closes the row.
    """
    line, *slipped = tokens
    cells = _bars(line) if line.type == "OUTER_BAR" else _cells(line)
    for bars in slipped:
        cells += _bars(bars)
    closed = slipped or line.type == "OUTER_BAR"
    goes_on = after and _opens_with_bar(after[0])
    return cells[:-1] if closed and not goes_on else cells


def _bars(token: Lexed) -> list[CellPiece]:
    """The cells without text that bars stand for."""
    start = token.start
    return [CellPiece(start + i, start + i) for i, mark in enumerate(token.text) if mark == "|"]


def _cells(token: Lexed) -> list[CellPiece]:
    """The cells of a line, without what stands before an outer bar and behind the last bar."""
    cells: list[CellPiece] = []
    place = token.start
    for text in token.text.split("|"):
        bare = text.strip()
        start = place + text.index(bare) if bare else place
        cells.append(CellPiece(start, start + len(bare)))
        place += len(text) + 1
    first = 1 if _opens_with_bar(token) else 0
    return cells[first:] if bare else cells[first:-1]
