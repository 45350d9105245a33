"""Which marks are headings, of which rank, and where their titles end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from gikparse.numbering import NumberingScheme
from gikparse.outline.candidates import find_candidates
from gikparse.outline.contents import contents_spans, outside
from gikparse.outline.search import choose
from gikparse.outline.titles import find_title
from gikparse.regions import Region, RegionKind


class HeadingMark(NamedTuple):
    """A heading, in offsets of the reading view.

    Attributes:
        start: Where the marker begins.
        marker_end: Where it ends.
        title_start: Where the title begins.
        title_end: Where it ends; the same as `title_start` where there is none.
        end: Where the heading ends, behind the stop that closes the title.
        scheme: The numbering scheme.
        damaged: Whether the marker has lost a part.
        margin: By how much the best outline with it beats the best one without it.
        untold: Whether nothing tells where its title ends.
    """

    start: int
    marker_end: int
    title_start: int
    title_end: int
    end: int
    scheme: NumberingScheme
    damaged: bool
    margin: float
    untold: bool


class Outline(NamedTuple):
    """The headings of a text, and the lists of contents that only repeat them."""

    headings: tuple[HeadingMark, ...]
    contents: tuple[tuple[int, int], ...]


def resolve_outline(text: str, regions: Sequence[Region]) -> Outline:
    """Decide which marks in the prose are headings.

    Args:
        text: The reading view.
        regions: Its regions; a heading stands in prose only.
    """
    prose = [(r.start, r.end) for r in regions if r.kind is RegionKind.PROSE]
    candidates = list(find_candidates(text, prose))
    contents = contents_spans(text, candidates)
    taken = list(choose(outside(candidates, contents)))
    starts = [start for start, _ in prose]
    headings = []
    for index, (mark, margin) in enumerate(taken):
        limit = prose[bisect_right(starts, mark.start) - 1][1]
        line_end = _line_end(text, mark.end, limit)
        run_in = "line_start" not in mark.evidence
        if index + 1 < len(taken) and (following := taken[index + 1].candidate.start) < limit:
            run_in = run_in or following < line_end
            limit = following
        title = find_title(text, mark.end, line_end, limit, run_in=run_in)
        headings.append(
            HeadingMark(
                start=mark.start,
                marker_end=mark.end,
                title_start=title.start,
                title_end=title.end,
                end=title.heading_end,
                scheme=mark.scheme,
                damaged="lost_bracket" in mark.evidence,
                margin=margin,
                untold=title.untold,
            )
        )
    return Outline(headings=tuple(headings), contents=contents)


def _line_end(text: str, start: int, limit: int) -> int:
    ends = (place for mark in "\r\n" if (place := text.find(mark, start, limit)) >= 0)
    return min(ends, default=limit)
