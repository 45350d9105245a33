"""Cut the text into pieces: the parts of the frame, the headings, and the blocks between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from gikparse.frame.lines import read_frame_line, read_metadata_table
from gikparse.grammar import pattern
from gikparse.lines import Line, split_lines
from gikparse.outline import HeadingMark, Outline
from gikparse.pieces import Piece, PieceKind
from gikparse.regions import Region, RegionKind

_REGION_PIECES = {
    RegionKind.TABLE: PieceKind.TABLE,
    RegionKind.BARE_TABLE: PieceKind.BARE_TABLE,
    RegionKind.FURNITURE: PieceKind.FURNITURE,
    RegionKind.UNREADABLE: PieceKind.UNKNOWN,
}
#: What can stand behind the last section without belonging to it.
_BACK_KINDS = {
    PieceKind.METADATA,
    PieceKind.BYLINE,
    PieceKind.RUBRIC,
    PieceKind.TITLE,
    PieceKind.ATTACHMENT,
    PieceKind.FURNITURE,
    PieceKind.UNKNOWN,
}


#: Agency, blanks and date take so many characters at most.
LONGEST_SIGNATURE = 60


@attrs.frozen(kw_only=True)
class Cut:
    """The pieces of a report in document order.

    Attributes:
        front: What stands before the first heading.
        body: Headings and the blocks below them.
        back: What stands behind the last section.
    """

    front: list[Piece]
    body: list[Piece | HeadingMark]
    back: list[Piece]


def cut_pieces(text: str, regions: Sequence[Region], outline: Outline) -> Cut:
    """Cut the reading view along its regions and headings.

    Every character but blanks lies in exactly one piece.
    """
    headings = outline.headings
    body_start = headings[0].start if headings else len(text)
    body_end = _back_start(text, regions, headings[-1].end) if headings else len(text)
    front: list[Piece] = []
    body: list[Piece | HeadingMark] = []
    back: list[Piece] = []
    for region in _split_at(regions, sorted({body_start, body_end})):
        if region.start >= body_end:
            back += _frame_pieces(text, region)
        elif region.start >= body_start:
            body += _body_pieces(text, region, headings)
        else:
            front += _front_pieces(text, region, outline.contents)
    return Cut(front=front, body=body, back=back)


def _split_at(regions: Sequence[Region], places: Sequence[int]) -> Iterator[Region]:
    """The regions, those that a place falls into cut there."""
    for kind, start, end in regions:
        for place in places:
            if start < place < end:
                yield Region(kind, start, place)
                start = place
        yield Region(kind, start, end)


def _front_pieces(
    text: str, region: Region, contents: Sequence[tuple[int, int]]
) -> Iterator[Piece]:
    """The pieces of a region before the first heading; a list of contents is one."""
    start = region.start
    is_prose = region.kind is RegionKind.PROSE
    first, after = (bisect_left(contents, (place,)) for place in (region.start, region.end))
    for listed_start, listed_end in contents[first:after] if is_prose else ():
        listed_end = min(listed_end, region.end)
        yield from _frame_pieces(text, Region(region.kind, start, listed_start))
        yield Piece(PieceKind.CONTENTS, listed_start, listed_end)
        start = listed_end
    yield from _frame_pieces(text, Region(region.kind, start, region.end))


def _frame_pieces(text: str, region: Region) -> Iterator[Piece]:
    if region.kind is RegionKind.TABLE:
        yield from _table_pieces(text, region)
    elif region.kind is not RegionKind.PROSE:
        yield Piece(_REGION_PIECES[region.kind], region.start, region.end)
    else:
        taken = region.start
        for line in split_lines(text, region.start, region.end):
            for piece in read_frame_line(text, line, region.end):
                if piece.start >= taken:  # a title may have taken the next line as well
                    yield piece
                    taken = piece.end


def _table_pieces(text: str, region: Region) -> Iterator[Piece]:
    """A table outside the sections: metadata, mostly."""
    first, fields = read_metadata_table(text, region.start, region.end)
    if not fields:
        yield Piece(PieceKind.TABLE, region.start, region.end)
        return
    if remains := text[region.start : first].rstrip():
        yield Piece(PieceKind.FURNITURE, region.start, region.start + len(remains))
    yield Piece(PieceKind.METADATA, first, region.end, fields)


def _body_pieces(
    text: str, region: Region, headings: Sequence[HeadingMark]
) -> Iterator[Piece | HeadingMark]:
    """The headings in a region of the body, and the lines around them."""
    if region.kind is not RegionKind.PROSE:
        yield Piece(_REGION_PIECES[region.kind], region.start, region.end)
        return
    place = region.start
    first = bisect_left(headings, region.start, key=_start)
    after = bisect_left(headings, region.end, key=_start)
    for heading in headings[first:after]:
        yield from _paragraphs(text, place, heading.start)
        yield heading
        place = heading.end
    yield from _paragraphs(text, place, region.end)


def _start(heading: HeadingMark) -> int:
    return heading.start


def _paragraphs(text: str, start: int, end: int) -> Iterator[Piece]:
    for line in split_lines(text, start, end):
        bare = text[line.start : line.end]
        indent = len(bare) - len(bare.lstrip())
        yield Piece(PieceKind.PARAGRAPH, line.start + indent, line.start + len(bare.rstrip()))


def _back_start(text: str, regions: Sequence[Region], body_end: int) -> int:
    """Where the lines behind the last section begin that are no part of it.

    They are told from the end upwards. A table there counts only below a line
    that announces it, such as 附件1：统计表.
    """
    start = len(text)
    for region in reversed(regions):
        if region.end <= body_end:
            return start
        if region.kind in (RegionKind.TABLE, RegionKind.BARE_TABLE):
            continue
        if region.kind is not RegionKind.PROSE:
            start = region.start
            continue
        lines = list(split_lines(text, max(region.start, body_end), region.end))
        for line in reversed(lines):
            if line.start == body_end or not _is_frame(text, line):
                return min(start, _signature(text, line))
            start = line.start
    return start


def _is_frame(text: str, line: Line) -> bool:
    return all(piece.kind in _BACK_KINDS for piece in read_frame_line(text, line, len(text)))


def _signature(text: str, line: Line) -> int:
    """Where agency and date begin that close a line; the end of the text where none do."""
    end = line.start + len(text[line.start : line.end].rstrip())
    tail = max(line.start, end - LONGEST_SIGNATURE)
    match = pattern("frame", "SIGNATURE").search(text, tail)
    return match.start() if match and match.start() < end <= match.end() else len(text)
