"""Paragraphs and tables as the one text that the parser reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from gikparse.readers.limits import Job
from gikparse.source import Place

#: Written for a bar inside a cell, where it would end the cell.
BAR = "¦"
#: The place of what stands at none that has a number.
NOWHERE = Place()


@attrs.frozen(kw_only=True)
class Paragraph:
    """A paragraph.

    Attributes:
        text: What it says; a line break in it is one in the text.
        place: Where it stands in the file.
    """

    text: str
    place: Place = NOWHERE


@attrs.frozen(kw_only=True)
class Grid:
    """A table.

    Attributes:
        rows: The text of its cells, rows of equal length.
        place: Where it stands in the file.
        row_places: Where each row stands, if rows have places of their own.
    """

    rows: Sequence[Sequence[str]]
    place: Place = NOWHERE
    row_places: Sequence[Place] = ()


Element = Paragraph | Grid


@attrs.frozen(kw_only=True)
class Written:
    """The text of some elements.

    Attributes:
        text: Paragraphs and rows, a line each.
        places: Where each piece of the text stands in the file.
    """

    text: str
    places: tuple[tuple[int, Place], ...]


def write(elements: Iterable[Element], job: Job) -> Written:
    """Write elements down, each paragraph and each row of a table on a line of its own.

    Args:
        elements: The paragraphs and tables in the order of the file.
        job: What bounds the text.

    Raises:
        UsageError: The text is too long.

    Example:
        >>> table = Grid(rows=[["规章", "3"], ["", "4"]])
        >>> print(write([Paragraph(text="二、主动公开"), table], Job()).text)
        二、主动公开
        | 规章 | 3 |
        |  | 4 |
        <BLANKLINE>
    """
    pieces: list[str] = []
    places: list[tuple[int, Place]] = []
    length = tables = 0
    for element in elements:
        tables += isinstance(element, Grid)
        for piece, place in _pieces(element, tables):
            places.append((length, place))
            pieces.append(piece)
            length += len(piece)
        job.require(length, "text_chars", "characters of text")
    known = tuple(item for item in places if item[1] != NOWHERE)
    return Written(text="".join(pieces), places=known)


def _pieces(element: Element, table: int) -> Iterator[tuple[str, Place]]:
    """The pieces of text that have a place each."""
    if isinstance(element, Paragraph):
        yield f"{element.text}\n", element.place
        return
    for number, cells in enumerate(element.rows, 1):
        place = element.row_places[number - 1] if element.row_places else element.place
        at = place
        for column, cell in enumerate(cells, 1):
            at = Place(
                page=place.page,
                line=place.line,
                paragraph=place.paragraph,
                table=table,
                row=number,
                column=column,
            )
            # A row opens with a bar: without it a first cell without text would have none.
            opening = "|" if column == 1 else ""
            yield f"{opening} {in_cell(cell)} |" if cell else f"{opening}  |", at
        yield "\n", at


def in_cell(text: str) -> str:
    """The text of a cell on one line, without bars."""
    return join_lines(text.splitlines()).replace("|", BAR)


def join_lines(lines: Iterable[str]) -> str:
    r"""Lines that were one before some program broke them.

    Example:
        >>> join_lines(["本年新", "制作数量", "12", "13 "])
        '本年新制作数量12 13'
    """
    joined: list[str] = []
    for line in filter(None, (line.strip() for line in lines)):
        if joined and _is_narrow(joined[-1][-1]) and _is_narrow(line[0]):
            joined.append(" ")
        joined.append(line)
    return "".join(joined)


def _is_narrow(character: str) -> bool:
    """Whether a character belongs to words and figures that blanks divide."""
    return character < "\u2000" and (character.isalnum() or character in "%)(.,;:-")
