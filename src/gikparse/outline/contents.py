"""Lists of contents: runs of main headings that all come again later."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from gikparse.numbering import NumberingScheme
from gikparse.outline.candidates import Candidate

#: A list of contents names at least this many main sections.
FEWEST = 3
#: How many characters behind the marker have to be the same.
SAME = 4
#: So many headings with a number are looked at for its repetition.
NEXT = 4
#: In a list, marks of any rank stand this close to each other on average.
DENSE = 30


def contents_spans(text: str, candidates: Sequence[Candidate]) -> tuple[tuple[int, int], ...]:
    """Where the contents are listed, in order.

    A list of contents is a run of main headings with rising ordinals that come a
    second time behind it, with the same words: all of them, or, where the text
    breaks off before, the first one, if next to nothing stands between the marks.

    Args:
        text: The reading view.
        candidates: All candidates, in order.
    """
    main = [c for c in candidates if c.scheme is NumberingScheme.CHINESE and c.score > 0]
    places = [c.start for c in candidates]
    ends = dict(zip(places, [*places[1:], len(text)], strict=False))
    later = _Later(text, main)
    spans = []
    for run, following in _rising(main, len(text)):
        repeated = [later.repeats(c, ends[c.start], following) for c in run]
        inside = bisect_left(places, run[-1].start) - bisect_left(places, run[0].start)
        dense = run[-1].start - run[0].start <= DENSE * max(inside, 1)
        if len(run) >= FEWEST and (all(repeated) or (repeated[0] and dense)):
            line_ends = [
                at for mark in "\r\n" if (at := text.find(mark, run[-1].end, following)) >= 0
            ]
            spans.append((run[0].start, min(line_ends, default=following)))
    return tuple(spans)


def _rising(main: Sequence[Candidate], end: int) -> Iterator[tuple[list[Candidate], int]]:
    """Runs of main headings with rising ordinals, each with the place where the next begins."""
    run: list[Candidate] = []
    for candidate in main:
        if run and candidate.ordinal <= run[-1].ordinal:
            yield run, candidate.start
            run = []
        run.append(candidate)
    if run:
        yield run, end


def outside(
    candidates: Iterable[Candidate], spans: Sequence[tuple[int, int]]
) -> Iterator[Candidate]:
    """The candidates that stand in no list of contents."""
    waiting = list(spans)
    for candidate in candidates:
        while waiting and waiting[0][1] <= candidate.start:
            waiting.pop(0)
        if not waiting or candidate.start < waiting[0][0]:
            yield candidate


class _Later:
    """The main headings by number, to find those that come a second time."""

    def __init__(self, text: str, main: Sequence[Candidate]) -> None:
        self._text = text
        self._places: dict[int, list[int]] = {}
        for candidate in main:
            self._places.setdefault(candidate.ordinal, []).append(candidate.end)

    def repeats(self, candidate: Candidate, end: int, following: int) -> bool:
        """Whether the number and first words of a heading stand again from `following` on."""
        words = "".join(takewhile(str.isalpha, self._words(candidate.end, end)))[:SAME]
        places = self._places[candidate.ordinal]
        first = bisect_left(places, following)
        again = places[first : first + NEXT]
        return bool(words) and any(self._words(p, len(self._text)).startswith(words) for p in again)

    def _words(self, start: int, end: int) -> str:
        return self._text[start : min(end, start + 4 * SAME)].replace(" ", "")
