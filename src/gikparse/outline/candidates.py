"""Find every mark that could open a heading, and gather the evidence around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from gikparse.data.files import read_toml
from gikparse.grammar import find_all, pattern
from gikparse.labels import row_at
from gikparse.lines import split_lines
from gikparse.numbering import LOST, NumberingScheme, ordinal, scheme_of
from gikparse.topics import known_titles

#: How far into a text its title is looked for.
TITLE_REACH = 1500
#: So many characters behind an open bracket, line ends aside, its close was lost.
LONGEST_BRACKET = 120


class Candidate(NamedTuple):
    """A mark that could open a heading.

    Attributes:
        start: Where the mark begins in the reading view.
        end: Where it ends.
        scheme: Its numbering scheme.
        ordinal: Its number.
        style: How it is written, without its number: siblings share it.
        evidence: The names of the features that hold, keys of `data/outline.toml`.
        score: Their sum.
    """

    start: int
    end: int
    scheme: NumberingScheme
    ordinal: int
    style: str
    evidence: tuple[str, ...]
    score: float


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = read_toml("outline")["evidence"]
    return weights


def find_candidates(text: str, prose: Iterable[tuple[int, int]]) -> Iterator[Candidate]:
    """The candidates in the prose of a text, in order.

    Args:
        text: The reading view.
        prose: The stretches where headings can stand, in order.
    """
    weights = _weights()
    title = _title_place(text)
    listed = _Spans(pattern("frame", "LISTED").finditer(text))
    for start, end in prose:
        for match in find_all("numbering", text=text, start=start, end=end):
            number = ordinal(match.group())
            if not number:
                continue
            terminal = match.lastgroup or ""
            scheme = scheme_of(terminal)
            evidence = (
                scheme.value,
                *(("lost_bracket",) if terminal.endswith(LOST) else ()),
                *_before(text, match.start(), start),
                *(("before_title",) if match.start() < title else ()),
                *(("listed",) if listed.hold(match.start()) else ()),
                *(("in_brackets",) if _in_brackets(text, match.start(), start) else ()),
                *(("row_label",) if row_at(text, match) else ()),
                *_after(text, match.end(), end),
            )
            yield Candidate(
                start=match.start(),
                end=match.end(),
                scheme=scheme,
                ordinal=number,
                style=terminal + match.group()[-1:],
                evidence=evidence,
                score=sum(weights[name] for name in evidence),
            )


def _title_place(text: str) -> int:
    """Where the title of the report stands on a line of its own near the start; 0 where it does not.

    What is numbered before it belongs to the page.
    """
    place = 0
    for line in split_lines(text, 0, TITLE_REACH):
        title = pattern("frame", "TITLE").fullmatch(text, line.start, line.end)
        if title and pattern("frame", "TITLE_YEAR").search(title.group()):
            place = line.start
        if pattern("numbering", "CHINESE").match(text, line.start):
            break
    return place


def _before(text: str, start: int, floor: int) -> Iterator[str]:
    """What stands before a mark: one feature."""
    place = start
    while place > floor and text[place - 1] == " ":
        place -= 1
    before = text[place - 1] if place > floor else "\n"
    match = pattern(
        "context", "LINE_END", "STOP", "COLON", "CLOSING", "COMMA", "ORDINAL_WORD", "DIGIT"
    ).match(before)
    kind = match.lastgroup if match else None
    if kind is None:
        yield "after_blank" if place < start else "after_word"
    elif kind == "LINE_END":
        yield "line_start"
    else:
        yield f"after_{kind.lower()}"


def _after(text: str, end: int, ceiling: int) -> Iterator[str]:
    """What follows a mark."""
    match = pattern("context", "NOTHING", "CLAUSE_WORD", "NUMBER_LIST", "MARK").match(
        text, end, ceiling
    )
    if match:
        yield _FOLLOWS[match.lastgroup or ""]
    start = end + 1 if text[end : end + 1] == " " else end
    if known_titles().end_at(text, start, ceiling):
        yield "known_title"
    shape = pattern("context", "OWN_LINE", "SHORT_TITLE").match(text, end, ceiling)
    if shape:
        yield (shape.lastgroup or "").lower()
    if pattern("context", "COUNTED").match(text, end, ceiling):
        yield "counted"


_FOLLOWS = {
    "NOTHING": "nothing_follows",
    "CLAUSE_WORD": "clause_word",
    "NUMBER_LIST": "list_of_numbers",
    "MARK": "mark_follows",
}


class _Spans:
    """Spans in order, asked for offsets in rising order."""

    def __init__(self, matches: Iterator[re.Match[str]]) -> None:
        self._matches = matches
        self._next = next(matches, None)

    def hold(self, offset: int) -> bool:
        """Whether an offset lies in one of the spans."""
        while self._next is not None and self._next.end() <= offset:
            self._next = next(self._matches, None)
        return self._next is not None and self._next.start() <= offset


def _in_brackets(text: str, offset: int, floor: int) -> bool:
    """Whether a bracket or quote is open at an offset. One left open for long was lost."""
    start = _so_far_back(text, offset, LONGEST_BRACKET, floor)
    first = pattern("context", "OPEN").search(text, start, offset)
    if first is None:
        return False
    depth = 0
    for match in pattern("context", "OPEN", "CLOSE").finditer(text, first.start(), offset):
        depth = depth + 1 if match.lastgroup == "OPEN" else max(0, depth - 1)
    return depth > 0


def _so_far_back(text: str, offset: int, characters: int, floor: int) -> int:
    """Where so many characters before an offset begin; line ends are none, or blank lines would tell."""
    start = offset
    while characters and start > floor:
        end, start = start, max(floor, start - characters)
        characters = text.count("\n", start, end) + text.count("\r", start, end)
    return start
