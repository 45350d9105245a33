"""Where tables and page furniture lie, told before any heading is looked for.

A line with a bar belongs to a table zone; a few short lines between such lines
do too, where the page has its cells one below the other. What is left is prose,
and only there can a heading stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

from gikparse.data.files import read_toml
from gikparse.grammar import pattern
from gikparse.labels import row_at
from gikparse.topics import known_titles


class RegionKind(Enum):
    """What a stretch of the text is."""

    PROSE = "prose"
    TABLE = "table"
    FURNITURE = "furniture"
    UNREADABLE = "unreadable"


class Region(NamedTuple):
    """A stretch of the reading view: whole lines, without the last line end."""

    kind: RegionKind
    start: int
    end: int


class Line(NamedTuple):
    """A line of the reading view, without its line end."""

    start: int
    end: int


#: Longest line that can be one cell of a table or a line of furniture, in characters.
LONGEST_CELL = 160
LONGEST_FURNITURE = 160
#: How many lines without a bar may stand between two with one.
WIDEST_GAP = 3


def find_regions(text: str) -> list[Region]:
    """Divide the reading view into prose, tables, furniture and unreadable lines.

    Args:
        text: The reading view.

    Returns:
        The regions in order. Between them stand only blanks and line ends.
    """
    lines = list(split_lines(text))
    regions: list[Region] = []
    place = 0
    for first, after in _table_zones(text, lines):
        regions += _runs(text, lines[place:first])
        regions.append(Region(RegionKind.TABLE, lines[first].start, lines[after - 1].end))
        place = after
    regions += _runs(text, lines[place:])
    return regions


def split_lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    r"""The lines of the view that say anything; they end at `\r\n`, `\n` and `\r`.

    Folding has turned every other character that `str.splitlines` would split at
    into a blank.
    """
    for piece in text[start:end].splitlines(keepends=True):
        bare = piece.rstrip("\r\n")
        if bare and not bare.isspace():
            yield Line(start, start + len(bare))
        start += len(piece)


# --- furniture


@cache
def _furniture() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    words = read_toml("furniture")
    return frozenset(words["lines"]), tuple(words["starts"]), tuple(words["holds"])


def _runs(text: str, lines: list[Line]) -> Iterator[Region]:
    """Lines without bars, neighbours of one kind joined."""
    kind, start, end = None, 0, 0
    for line in lines:
        found = _kind(text, line)
        if found is kind:
            end = line.end
            continue
        if kind is not None:
            yield Region(kind, start, end)
        kind, start, end = found, line.start, line.end
    if kind is not None:
        yield Region(kind, start, end)


def _kind(text: str, line: Line) -> RegionKind:
    if line.end - line.start > LONGEST_FURNITURE:
        return RegionKind.PROSE
    bare = text[line.start : line.end].strip()
    words, starts, holds = _furniture()
    if bare in words or bare.startswith(starts) or any(word in bare for word in holds):
        return RegionKind.FURNITURE
    if pattern("frame", "BREADCRUMB", "FORM_PROMPT", "PAGE_MARK", "RULE_LINE").fullmatch(bare):
        return RegionKind.FURNITURE
    if not pattern("frame", "READABLE").search(bare):
        return RegionKind.UNREADABLE
    return RegionKind.PROSE


# --- table zones


def _table_zones(text: str, lines: list[Line]) -> Iterator[tuple[int, int]]:
    """The zones with bars, as half-open ranges of lines."""
    if "|" not in text:
        return
    barred = ["|" in text[line.start : line.end] for line in lines]
    place = 0
    while place < len(lines):
        if not barred[place]:
            place += 1
            continue
        first = place
        place = _zone_end(text, lines, barred, place)
        if first and not barred[first - 1] and _opens_with_bar(text, lines[first]):
            first -= _is_cell(text, lines[first - 1])
        yield first, place


def _zone_end(text: str, lines: list[Line], barred: list[bool], place: int) -> int:
    """The line behind a zone that begins at a line with a bar."""
    stacked = True  # cells one below the other, until a row stands on one line
    while True:
        while place < len(lines) and barred[place]:
            stacked = stacked and _cell_count(text, lines[place]) < 2
            place += 1
        gap_end = min(place + WIDEST_GAP, len(lines))
        bridge = next((i for i in range(place, gap_end) if barred[i]), None)
        if not stacked or bridge is None:
            return place
        if not all(_is_cell(text, line) for line in lines[place:bridge]):
            return place
        place = bridge


def _cell_count(text: str, line: Line) -> int:
    return sum(not cell.isspace() and cell != "" for cell in text[line.start : line.end].split("|"))


def _opens_with_bar(text: str, line: Line) -> bool:
    return text[line.start : line.end].lstrip().startswith("|")


def _is_cell(text: str, line: Line) -> bool:
    """Whether a line without a bar can be a cell of a stacked table, and no heading."""
    if line.end - line.start > LONGEST_CELL or text[line.end - 1] in "。;":
        return False
    start = line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
    match = pattern("numbering").match(text, start, line.end)
    if match is None or row_at(text, match):
        return True
    return match.lastgroup != "CHINESE" or not known_titles().match(text, match.end(), line.end)
