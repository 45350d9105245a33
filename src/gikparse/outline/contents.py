"""Lists of contents: runs of main headings that all come again later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gikparse.numbering import NumberingScheme
from gikparse.outline.candidates import Candidate

#: A list of contents names at least this many main sections.
FEWEST = 3
#: How many characters behind the marker have to be the same.
SAME = 4


def contents_spans(text: str, candidates: Sequence[Candidate]) -> tuple[tuple[int, int], ...]:
    """Where the contents are listed, in order.

    A list of contents is a run of main headings with rising ordinals, each of which
    stands a second time behind the run, with the same words.

    Args:
        text: The reading view.
        candidates: All candidates, in order.
    """
    main = [c for c in candidates if c.scheme is NumberingScheme.CHINESE]
    last_places = {_key(text, c): c.start for c in main}
    spans = []
    run: list[Candidate] = []
    for candidate in main:
        repeated = last_places[_key(text, candidate)] > candidate.start
        if run and not (repeated and candidate.ordinal > run[-1].ordinal):
            spans += _span(text, run, candidate.start)
            run = []
        if repeated:
            run.append(candidate)
    return tuple(spans)


def outside(candidates: Iterable[Candidate], spans: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    """The candidates that stand in no list of contents."""
    waiting = list(spans)
    for candidate in candidates:
        while waiting and waiting[0][1] <= candidate.start:
            waiting.pop(0)
        if not waiting or candidate.start < waiting[0][0]:
            yield candidate


def _key(text: str, candidate: Candidate) -> tuple[int, str]:
    words = text[candidate.end : candidate.end + 4 * SAME].replace(" ", "")
    return candidate.ordinal, words[:SAME]


def _span(text: str, run: list[Candidate], following: int) -> list[tuple[int, int]]:
    """The span of a run, if it is one: to the end of the line of its last entry, or to what follows."""
    if len(run) < FEWEST:
        return []
    ends = [place for mark in "\r\n" if (place := text.find(mark, run[-1].end, following)) >= 0]
    return [(run[0].start, min(ends, default=following))]
