"""Parts of a table that page breaks divide, as one table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from gikparse.data.catalogue import default_catalogue
from gikparse.folding import fold
from gikparse.readers.pdf_tables import PdfTable

#: Columns so near are one, in points.
_NEAR = 4.0


class JoinedTable(NamedTuple):
    """A table.

    Attributes:
        rows: The text of its cells, rows of equal length.
        pages: The page on which each row begins.
    """

    rows: list[list[str]]
    pages: list[int]


def join_tables(parts: Sequence[tuple[int, PdfTable]]) -> JoinedTable:
    """Join the parts of a table.

    A head that is printed again on each page is left out. A label that the break
    divides is put together, if a form has it.

    Args:
        parts: The number of the page and the part on it, in order.

    Returns:
        The table; a merged cell's text stands in its first place.
    """
    columns = _merged([left for _, table in parts for left in table.columns])
    rows: list[list[str]] = []
    pages: list[int] = []
    for page, table in parts:
        more = [_placed(table, number, columns) for number in range(len(table.rows))]
        if rows:
            more = more[_repeated(rows, more) :]
            if more and _mend(rows, more[0]):
                more = more[1:]
        rows += more
        pages += [page] * len(more)
    return JoinedTable(rows, pages)


def _merged(places: Sequence[float]) -> list[float]:
    merged: list[float] = []
    for place in sorted(places):
        if not merged or place - merged[-1] > _NEAR:
            merged.append(place)
    return merged


def _placed(table: PdfTable, number: int, columns: Sequence[float]) -> list[str]:
    row = [""] * len(columns)
    for cell in table.rows[number]:
        column = min(range(len(columns)), key=lambda i: abs(columns[i] - cell.left))
        row[column] += cell.text
    return row


def _repeated(rows: Sequence[list[str]], more: Sequence[list[str]]) -> int:
    """How many rows of the head stand again at the beginning of the next part."""
    same = takewhile(
        lambda pair: pair[0] == pair[1] and any(pair[0]), zip(rows, more, strict=False)
    )
    return sum(1 for _ in same)


def _mend(rows: list[list[str]], first: list[str]) -> bool:
    """Put labels together that the break divides; returns whether the whole row is used up."""
    mended = False
    for column, rest in enumerate(first):
        above = next((row for row in reversed(rows) if row[column]), None)
        if rest and above is not None and _squeezed(above[column] + rest) in _labels():
            above[column] += rest
            first[column] = ""
            mended = True
    if mended and not any(a and b for a, b in zip(rows[-1], first, strict=True)):
        rows[-1] = [a or b for a, b in zip(rows[-1], first, strict=True)]
        return True
    return False


@cache
def _labels() -> frozenset[str]:
    """The labels of the forms, with and without the mark before them."""
    found = set()
    for label in default_catalogue().labels():
        text = _squeezed(label.text)
        found |= {text, _squeezed(f"{label.marker or ''}{label.text}")}
    return frozenset(found)


def _squeezed(text: str) -> str:
    return "".join(fold(text).split())
