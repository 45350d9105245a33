"""Read a table zone whose cells are divided by bars."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from gikparse.grammar import compile_grammar

if TYPE_CHECKING:
    from lark import Lark, Token


class CellPiece(NamedTuple):
    """Where the text of a cell lies in the reading view, blanks and bars left out."""

    start: int
    end: int


@cache
def _parser() -> Lark:
    from lark import Token, Transformer, v_args

    class Rows(Transformer[Token, list[list[CellPiece]]]):
        """Turns the tree into rows of cells while the parser builds it."""

        @v_args(inline=True)
        def row(self, *tokens: Token) -> tuple[Token, ...]:
            return tokens

        def table(self, rows: list[tuple[Token, ...]]) -> list[list[CellPiece]]:
            if any(token.type == "OPENED_CELL" for row in rows for token in row):
                return [_opened_row(row, after) for row, after in zip_longest(rows, rows[1:])]
            framed = not any(row[0].type == "CELL" for row in rows)
            return [_closed_row(row, framed=framed) for row in rows]

    return compile_grammar("table", start="table", transformer=Rows())


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
    from lark import TextSlice

    rows: list[list[CellPiece]] = _parser().parse(TextSlice(text, start, end))  # type: ignore[assignment]
    return rows


def _closed_row(tokens: Sequence[Token], *, framed: bool) -> list[CellPiece]:
    """The cells of a row where bars close cells.

    A bar on a line of its own closes the cell before it, if that has no bar yet. The bar
    that opens a row of several cells closes an empty one, unless all rows are framed so.
    """
    cells: list[CellPiece] = []
    for before, token in pairwise((None, *tokens)):
        if token is None:
            continue
        if token.type == "SLIPPED_CELLS":
            closes = before is not None and before.type == "LAST_CELL"
            cells += _bars(token)[closes:]
        elif token.type != "OUTER_BAR":
            cells.append(_cell(token))
        elif not framed and [t.type for t in tokens[1:3]] == ["CELL", "CELL"]:
            cells += _bars(token)
    return cells


def _opened_row(tokens: Sequence[Token], after: Sequence[Token] | None) -> list[CellPiece]:
    """The cells of a row where bars open cells, each on its line.

    The last bar before a line without one closes the row.
    """
    cells: list[CellPiece] = []
    for token in tokens:
        alone = token.type == "SLIPPED_CELLS" or (len(tokens) == 1 and token.type == "OUTER_BAR")
        if alone:
            cells += _bars(token)
        elif token.type != "OUTER_BAR":
            cells.append(_cell(token))
    closed = tokens[-1].type in ("SLIPPED_CELLS", "OUTER_BAR")
    goes_on = after and after[0].type in ("OPENED_CELL", "OUTER_BAR")
    return cells[:-1] if closed and not goes_on else cells


def _bars(token: Token) -> list[CellPiece]:
    """The cells without text that bars on a line of their own stand for."""
    start = token.start_pos or 0
    return [CellPiece(start + i, start + i) for i, mark in enumerate(token) if mark == "|"]


def _cell(token: Token) -> CellPiece:
    start = token.start_pos or 0
    bare = token.replace("|", " ").strip()
    if not bare:
        return CellPiece(start, start)
    start += token.index(bare[0])
    return CellPiece(start, start + len(bare))
