"""Where the title of a heading ends."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from gikparse.data.files import read_toml
from gikparse.grammar import pattern
from gikparse.patterns import any_of
from gikparse.topics import known_titles

#: A title on a line of its own may be this long, one that a stop closes no longer than
#: `LONGEST_RUN_IN`: a longer text up to its first full stop is a paragraph of prose.
LONGEST_LINE = 60
LONGEST_RUN_IN = 40
#: In running text, where a title may have lost the mark behind it, it is shorter.
LONGEST_INSIDE = 26
#: What a title says something of takes so many characters at least.
SHORTEST_SUBJECT = 4
#: In running text, so many characters behind a known title begin a sentence.
SHORTEST_SENTENCE = 6


class TitleSpan(NamedTuple):
    """Where a title lies in the reading view, and where its heading ends.

    The heading reaches behind the stop that closes the title. An empty title means
    that prose follows the marker at once, or, where it is `untold`, that nothing
    tells where a title in running text would end.
    """

    start: int
    end: int
    heading_end: int
    untold: bool = False


def find_title(text: str, marker_end: int, line_end: int, limit: int, *, run_in: bool) -> TitleSpan:
    """The title behind a marker.

    Args:
        text: The reading view.
        marker_end: Where the marker ends.
        line_end: Where its line ends.
        limit: Where the next heading or table begins: the title ends before it.
        run_in: Whether the heading stands in running text and not at a line start.
    """
    start = _skip_blanks(text, marker_end, limit)
    closed = min(line_end, limit)
    window = min(closed, start + LONGEST_LINE + 1)
    stop = _first_stop(text, start, window)
    piece_end = _trimmed(text, start, window if stop is None else stop)
    own_line = stop is None and closed == line_end
    cut = _known_end(text, start, piece_end, own_line=own_line, run_in=run_in)
    if cut is None and run_in:
        cut = _sentence_inside(text, start, min(piece_end, start + LONGEST_INSIDE))
    dated = pattern("context", "DATE_START").match(text, start, window)
    if cut is None and not dated:
        prose = pattern("context", "FIGURES").match(text, start, window)
        whole = stop is not None or window == closed
        longest = LONGEST_LINE if stop is None else LONGEST_RUN_IN
        if run_in:
            longest = LONGEST_INSIDE
        if whole and not prose and start < piece_end <= start + longest:
            return TitleSpan(start, piece_end, piece_end if stop is None else stop + 1)
        if run_in:
            cut = _unmarked_end(text, start, min(piece_end, start + LONGEST_INSIDE))
    if cut is None:
        untold = run_in and not dated and piece_end > start
        return TitleSpan(marker_end, marker_end, marker_end, untold)
    return TitleSpan(start, cut, cut)


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start] == " ":
        start += 1
    return start


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " |\r\n":
        end -= 1
    return end


def _first_stop(text: str, start: int, end: int) -> int | None:
    """The first 。：； or the like that stands in no bracket."""
    depth = 0
    for match in pattern("context", "OPEN", "CLOSE", "TITLE_STOP").finditer(text, start, end):
        if match.lastgroup == "OPEN":
            depth += 1
        elif match.lastgroup == "CLOSE":
            depth -= depth > 0
        elif not depth:
            return match.start()
    return None


def _known_end(text: str, start: int, end: int, *, own_line: bool, run_in: bool) -> int | None:
    """Where a known title ends, if a sentence follows it with no mark between."""
    follows = known_titles().end_at(text, start, end)
    if follows is None or follows == end:
        return None
    if text[follows] == " " or pattern("context", "YEAR_START").match(text, follows):
        return follows
    if _words("continuations").match(text, follows):
        return None
    if run_in and end - follows >= SHORTEST_SENTENCE:
        return follows
    return follows if not own_line and _words("starts").match(text, follows) else None


def _sentence_inside(text: str, start: int, end: int) -> int | None:
    """Where words that only begin a sentence, or a year behind the last word of a title, stand."""
    opening = _words("openings").search(text, start + 2, end)
    seams = (m.end() for m in _words("endings").finditer(text, start, end))
    seam = next((at for at in seams if _parts(text, at, end)), None)
    places = [place for place in (opening and opening.start(), seam) if place is not None]
    return _trimmed(text, start, min(places)) if places else None


def _parts(text: str, place: int, end: int) -> bool:
    """Whether a blank with more behind it, or a year, stands where a title may end."""
    blank = text[place : place + 1] == " " and place + 1 < end
    return blank or pattern("context", "YEAR_START").match(text, place) is not None


def _unmarked_end(text: str, start: int, end: int) -> int | None:
    """Where a title in running text ends that no mark closes, if that can be told."""
    if match := _words("short").match(text, start, end):
        return match.end()
    blank = text.find(" ", start, end)
    if blank - start >= 2:
        return blank
    if closing := _words("closings").search(text, start + SHORTEST_SUBJECT, end):
        return closing.end()
    for match in _words("endings").finditer(text, start, end):
        follows = match.end()
        if _words("starts").match(text, follows) or pattern("context", "YEAR_START").match(
            text, follows
        ):
            return follows
    return None


@cache
def _words(kind: str) -> re.Pattern[str]:
    return re.compile(any_of(read_toml("titles")[kind]))
