"""The cells of a table as the alignment reads them: folded, classified, two figures told apart."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from gikparse.data.catalogue import default_catalogue
from gikparse.elision import elide
from gikparse.folding import fold
from gikparse.grammar import pattern
from gikparse.nodes import Cell, Table
from gikparse.source import Span
from gikparse.values import AMBIGUOUS, READINGS_KEPT, Semantic, Value, read_folded

#: What the elision grammar names that may stand inside a cell.
_ELIDED = ("PINYIN", "INVISIBLE", "MARKUP")
#: Stands for a character that is no part of the text.
_HIDDEN = "\0"


class Kind(Enum):
    """What the content of a cell is, by its look alone."""

    #: Nothing.
    BLANK = "blank"
    #: A figure, or a mark that stands for none.
    FIGURE = "figure"
    #: Figures that nothing divides.
    RUN = "run"
    #: A unit: 条
    UNIT = "unit"
    #: Anything else: a label, or words in the place of a figure.
    WORDS = "words"


class Content(NamedTuple):
    """The content of a cell.

    Attributes:
        text: It, folded and without blanks.
        kind: What it is.
        value: What it says as a value.
    """

    text: str
    kind: Kind
    value: Value


class Entry(NamedTuple):
    """A cell, or one of several figures in it.

    Attributes:
        content: What it says.
        cell: The cell.
        span: Where it stands in the source.
        line: The number of the row that the page has it in.
        place: Its place in that row.
        width: How many places that row has.
    """

    content: Content
    cell: Cell
    span: Span
    line: int
    place: int
    width: int


@lru_cache(READINGS_KEPT)
def read_content(bare: str) -> Content:
    """Tell what the content of a cell is.

    Args:
        bare: The content, folded and without blanks.

    Example:
        >>> [read_content(t).kind.name for t in ("", "12件", "—", "2648-18538", "件", "规章")]
        ['BLANK', 'FIGURE', 'FIGURE', 'RUN', 'UNIT', 'WORDS']
    """
    value = read_folded(bare)
    if value.semantic is Semantic.EMPTY:
        return Content(bare, Kind.BLANK, value)
    if value.semantic is not Semantic.TEXT or bare in default_catalogue().cells.text:
        return Content(bare, Kind.FIGURE, value)
    if pattern("values", "UNIT").fullmatch(bare):
        return Content(bare, Kind.UNIT, value)
    if _is_run(bare) and not pattern("numbering").fullmatch(bare):
        return Content(bare, Kind.RUN, AMBIGUOUS)
    return Content(bare, Kind.WORDS, value)


def _is_run(bare: str) -> bool:
    figures = pattern("values", "FIGURES").match(bare)
    if figures is None:
        return False
    unit = bare[figures.end() :]
    return not unit or pattern("values", "UNIT").fullmatch(unit) is not None


def read_entries(table: Table) -> list[Entry]:
    """The cells of a table in order; a cell that holds several figures gives several entries."""
    text = _hide_elided(fold(table.text))
    base = table.span.start
    entries: list[Entry] = []
    for line, row in enumerate(table.rows):
        found: list[tuple[Content, Cell, Span]] = []
        for cell in row.cells:
            start, end = cell.span
            pieces = text[start - base : end - base].replace(_HIDDEN, "").split()
            if len(pieces) > 1 and all(map(_is_figure, pieces)):
                found += ((read_content(piece), cell, span) for piece, span in _spans(cell, pieces))
            else:
                found.append((read_content("".join(pieces)), cell, cell.span))
        width = len(found)
        entries += (Entry(*own, line, place, width) for place, own in enumerate(found))
    return entries


def _hide_elided(folded: str) -> str:
    """The text with what is no part of it, such as pinyin, hidden; offsets do not move."""
    if pattern("elision", *_ELIDED).search(folded) is None:
        return folded
    kept: list[str] = []
    end = 0
    for elision in elide(folded).elisions:
        if elision.kind in _ELIDED:
            kept += folded[end : elision.span.start], _HIDDEN * elision.span.width
            end = elision.span.end
    return "".join([*kept, folded[end:]])


def _is_figure(piece: str) -> bool:
    return read_content(piece).kind in (Kind.FIGURE, Kind.RUN)


def _spans(cell: Cell, pieces: list[str]) -> Iterator[tuple[str, Span]]:
    """Each of several figures in a cell, and where it stands; folding keeps lengths."""
    text = fold(cell.text)
    end = 0
    for piece in pieces:
        start = max(end, text.find(piece, end))
        end = start + len(piece)
        yield piece, Span(cell.span.start + start, min(cell.span.start + end, cell.span.end))
