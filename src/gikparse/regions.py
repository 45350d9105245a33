"""Where tables and page furniture lie, told before any heading is looked for.

What is left is prose, and only there can a heading stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from gikparse.furniture import is_furniture
from gikparse.grammar import pattern
from gikparse.lines import Line, split_lines
from gikparse.tables.zones import bare_zones, barred_zones


class RegionKind(Enum):
    """What a stretch of the text is."""

    PROSE = "prose"
    TABLE = "table"
    BARE_TABLE = "bare_table"
    FURNITURE = "furniture"
    UNREADABLE = "unreadable"


class Region(NamedTuple):
    """A stretch of the reading view: whole lines, without the last line end."""

    kind: RegionKind
    start: int
    end: int


#: Longest line that can be furniture, in characters.
LONGEST_FURNITURE = 160
LONGEST_PROMPT = 20


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
    for first, after in barred_zones(text, lines):
        regions += _without_bars(text, lines[place:first])
        regions.append(Region(RegionKind.TABLE, lines[first].start, lines[after - 1].end))
        place = after
    regions += _without_bars(text, lines[place:])
    return regions


def _without_bars(text: str, lines: list[Line]) -> Iterator[Region]:
    """The regions of some lines without bars: a table there is told by its labels."""
    if not lines:
        return
    place = lines[0].start
    zones = list(bare_zones(text, place, lines[-1].end))
    if not zones:
        yield from _runs(text, lines)
        return
    for start, end in zones:
        yield from _runs(text, split_lines(text, place, start))
        yield Region(RegionKind.BARE_TABLE, start, end)
        place = end
    yield from _runs(text, split_lines(text, place, lines[-1].end))


# --- furniture


def _runs(text: str, lines: Iterable[Line]) -> Iterator[Region]:
    """Lines without bars, neighbours of one kind joined."""
    kind, start, end = None, 0, 0
    lines = list(lines)
    kinds = [_kind(text, line) for line in lines]
    for place, line in enumerate(lines):
        found = _kind_among(text, lines, kinds, place)
        if found is kind:
            end = line.end
            continue
        if kind is not None:
            yield Region(kind, start, end)
        kind, start, end = found, line.start, line.end
    if kind is not None:
        yield Region(kind, start, end)


def _kind_among(text: str, lines: list[Line], kinds: list[RegionKind], place: int) -> RegionKind:
    """What a line is, with the lines around it."""
    if _is_prompt(text, lines, kinds, place):
        return RegionKind.FURNITURE
    if (
        kinds[place] is RegionKind.FURNITURE
        and place
        and _ends_title(text, *lines[place - 1 : place + 1])
    ):
        return RegionKind.PROSE
    return kinds[place]


def _kind(text: str, line: Line) -> RegionKind:
    if line.end - line.start > LONGEST_FURNITURE:
        return RegionKind.PROSE
    bare = text[line.start : line.end].strip()
    if is_furniture(bare):
        # Breadcrumb and title in one line: the frame divides them.
        return RegionKind.PROSE if _holds_title(bare) else RegionKind.FURNITURE
    if not pattern("frame", "READABLE").search(bare):
        return RegionKind.UNREADABLE
    return RegionKind.PROSE


def _holds_title(line: str) -> bool:
    """Whether a title with a year stands behind a blank in a line."""
    titles = pattern("frame", "TITLE").finditer(line)
    return any(t.start() and pattern("frame", "TITLE_YEAR").search(t.group()) for t in titles)


def _ends_title(text: str, before: Line, line: Line) -> bool:
    """Whether a line that a page could have for itself is the rest of the title before it."""
    start, end = before.start, line.start + len(text[line.start : line.end].rstrip())
    start += len(text[start : before.end]) - len(text[start : before.end].lstrip())
    title = pattern("frame", "TITLE").fullmatch(text, start, end)
    return title is not None and pattern("frame", "TITLE_YEAR").search(text, start, end) is not None


def _is_prompt(text: str, lines: list[Line], kinds: list[RegionKind], place: int) -> bool:
    """Whether a line is a prompt of a web form: it asks for something between lines of furniture."""
    around = kinds[max(0, place - 1) : place] + kinds[place + 1 : place + 2]
    if around != [RegionKind.FURNITURE, RegionKind.FURNITURE]:
        return False
    line = lines[place]
    return line.end - line.start <= LONGEST_PROMPT and text[line.end - 1] == ":"
