"""What a preface announces: 本报告由概述、…、附表等七个部分组成."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from gikparse.checks.structure.extract import Extract, extract
from gikparse.grammar import pattern
from gikparse.nodes import Paragraph, Section
from gikparse.numbering import ordinal
from gikparse.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

#: A list of parts is no longer.
LONGEST_LIST = 600
#: A report has no more parts than this.
MOST_PARTS = 20
_OPENED, _CLOSED = frozenset("(《“‘"), frozenset(")》”’")


@attrs.frozen(kw_only=True)
class Piece:
    """A piece of a list of parts, up to the next mark that can divide two.

    Attributes:
        start: Where it begins in the extract.
        end: Where it ends.
        loose: Whether only 和 and the like stand before it.
    """

    start: int
    end: int
    loose: bool = False


@attrs.frozen(kw_only=True)
class Announcement:
    """A sentence that says of what parts the report consists.

    Attributes:
        extract: The text in which it stands.
        pieces: The pieces of the list; none where it only gives a number.
        number: How many parts it says there are, None where it does not.
        number_span: Where it says so.
        is_open: Whether the list may leave parts out, because it ends with 等.
    """

    extract: Extract
    pieces: tuple[Piece, ...]
    number: int | None = None
    number_span: Span | None = None
    is_open: bool = False

    @property
    def span(self) -> Span:
        """The list in the source; the number where there is no list."""
        if self.pieces:
            return self.extract.span(self.pieces[0].start, self.pieces[-1].end)
        assert self.number_span is not None  # noqa: S101 - there is one or the other
        return self.number_span


def announcements(report: Report) -> Iterator[Announcement]:
    """What may be such sentences: lists in the preface, and numbers of parts.

    A list is tried from each word that can lead one in, so that what is announced may be
    offered several times, more and less rightly.
    """
    text = _preface(report)
    if text is None:
        return
    ends = [match.start() for match in pattern("structure", "SENTENCE_END").finditer(text.text)]
    for start, end in pairwise((0, *ends, len(text.text))):
        yield from _in_sentence(text, start, end)


def _preface(report: Report) -> Extract | None:
    """The text before the first section, or under the first where the preface stands there."""
    blocks = [b for b in (report.front.blocks if report.front else ()) if _is_prose(b)]
    if not blocks and report.sections:
        first = report.sections[0]
        blocks = [block for block in first.blocks if _is_prose(block)][:1]
    if not blocks:
        return None
    return extract(report, Span(blocks[0].span.start, blocks[-1].span.end))


def _is_prose(node: object) -> bool:
    return isinstance(node, Paragraph) and not isinstance(node, Section)


def _in_sentence(text: Extract, start: int, end: int) -> Iterator[Announcement]:
    number, span = None, None
    counts = pattern("structure", "PART").search(text.text, start, end)
    found = [*pattern("structure", "PART_COUNT").finditer(text.text, start, end)] if counts else ()
    if found:
        written = found[-1]["part_count"]
        number = int(written) if written.isdecimal() else ordinal(written)
        span = text.span(found[-1].start("part_count"), found[-1].end())
        if number is not None and not 1 < number <= MOST_PARTS:
            number, span = None, None
    if number is not None and pattern("structure", "WHOLE").search(text.text, start, end):
        yield Announcement(extract=text, pieces=(), number=number, number_span=span)
    for opening in pattern("structure", "OPENING").finditer(text.text, start, end):
        if bounds := _list_bounds(text, opening.end(), end):
            pieces = tuple(_pieces(text.text, *bounds))
            rest = text.text[bounds[1] : bounds[1] + 1]
            yield Announcement(
                extract=text,
                pieces=pieces,
                number=number,
                number_span=span,
                is_open=rest == "等",
            )


def _list_bounds(text: Extract, start: int, end: int) -> tuple[int, int] | None:
    """Where a list that begins at `start` lies: up to the number, or to 组成."""
    closing = pattern("structure", "PART_COUNT", "LIST_END").search(text.text, start, end)
    stop = closing.start() if closing else end
    while stop > start and pattern("structure", "DIVIDER").match(text.text, stop - 1):
        stop -= 1
    return (start, stop) if 0 < stop - start <= LONGEST_LIST else None


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of a list; what stands in brackets or quotes divides nothing."""
    depth, begin, loose = 0, start, False
    place = start
    divides = pattern("structure", "DIVIDER", "LINK").match
    while place < end:
        depth += (text[place] in _OPENED) - (text[place] in _CLOSED)
        divider = divides(text, place, end) if depth <= 0 else None
        if divider is None:
            place += 1
            continue
        if divider.start() > begin:
            yield Piece(start=begin, end=divider.start(), loose=loose)
        loose = divider.lastgroup == "LINK"
        begin = place = divider.end()
    if begin < end:
        yield Piece(start=begin, end=end, loose=loose)
