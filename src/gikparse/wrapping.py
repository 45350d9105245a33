"""Line breaks that a page-to-text tool has put into sentences and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from operator import itemgetter

from gikparse.grammar import pattern
from gikparse.source import Span

#: A wrapped page has at least so many lines, and so large a share of them is full.
FEWEST_LINES = 8
FULL_SHARE = 0.3
#: A full line may lack so much: a mark or a word was not broken.
SLACK = 8
#: Pages are no narrower, in columns: shorter lines are whole paragraphs.
NARROWEST = 48
#: Longer lines are paragraphs that no tool has wrapped.
LONGEST = 120


def wrapped_breaks(folded: str) -> Iterator[Span]:
    """The line breaks that are only the edge of the page.

    Where many lines of a text are equally long and none is longer, a tool has
    wrapped it. There a full line goes on in the next one, unless it ends with a
    stop or the next one begins with a mark or belongs to a table.

    Args:
        folded: The text after folding.

    Returns:
        The breaks, each with the blanks that indent the next line.
    """
    lines = folded.splitlines(keepends=True)
    if max(map(len, lines), default=LONGEST) >= LONGEST or max(map(_columns, lines)) < NARROWEST:
        return
    # Tools count columns or characters; the count in which more lines are full is theirs.
    share, full, measure = max(
        ((*_full_width(lines, measure), measure) for measure in (_columns, len)), key=itemgetter(0)
    )
    if share < FULL_SHARE:
        return
    start = 0
    for line, following in pairwise(lines):
        start += len(line)
        bare = line.rstrip()
        if measure(bare) >= full and _goes_on(bare, following):
            indent = len(following) - len(following.lstrip(" "))
            yield Span(start - len(line) + len(bare), start + indent)


def _full_width(lines: list[str], measure: Callable[[str], int]) -> tuple[float, int]:
    """The share of the lines that are full, and from which width on a line is."""
    widths = Counter(measure(line.rstrip()) for line in lines if line.strip())
    if widths.total() < FEWEST_LINES or max(widths) > LONGEST:
        return 0.0, LONGEST
    width = max(widths) - SLACK
    return sum(count for w, count in widths.items() if w >= width) / widths.total(), width


def _columns(text: str) -> int:
    """How many columns a text takes on a page, where a Chinese character takes two."""
    return len(text) + sum(character >= "\u2000" for character in text)


def _goes_on(bare: str, following: str) -> bool:
    """Whether a full line and the next one can be parts of one sentence."""
    rest = following.strip()
    if not rest or "|" in bare or "|" in rest:
        return False
    if pattern("context", "STOP", "COLON").match(bare[-1]):
        return False
    return not pattern("numbering").match(rest) and not pattern("frame", "PAGE_MARK").match(rest)
