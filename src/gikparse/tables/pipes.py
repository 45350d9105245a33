"""Read a table zone whose cells are divided by bars."""

from __future__ import annotations

from functools import cache
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
        def row(self, *tokens: Token) -> list[CellPiece]:
            open_cell = ("", *(token.type for token in tokens))
            return [
                cell
                for token, before in zip(tokens, open_cell, strict=False)
                for cell in _cells(token, closes=before == "LAST_CELL")
            ]

        def table(self, rows: list[list[CellPiece]]) -> list[list[CellPiece]]:
            return rows

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


def _cells(token: Token, *, closes: bool) -> list[CellPiece]:
    """The cells that a token holds: one, or one without text for every slipped bar.

    Where the cell before a slipped bar has no bar of its own, the bar `closes` it.
    """
    start = token.start_pos or 0
    if token.type == "SLIPPED_CELLS":
        places = [start + i for i, mark in enumerate(token) if mark == "|"]
        return [CellPiece(place, place) for place in places[closes:]]
    text = token[:-1] if token.type == "CELL" else str(token)
    bare = text.strip()
    if not bare:
        return [CellPiece(start, start)]
    start += text.index(bare[0])
    return [CellPiece(start, start + len(bare))]
