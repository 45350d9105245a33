"""Headings that a page-to-text tool has wrapped into a second line."""

from __future__ import annotations

from collections import Counter
from sys import maxsize

from gikparse.grammar import pattern

#: A wrapped page has at least so many lines, and so large a share of them is full.
FEWEST_LINES = 8
FULL_SHARE = 0.3
#: A full line may lack so many columns: a mark or a word was not broken.
SLACK = 6
#: Longer lines, in columns, are paragraphs that no tool has wrapped.
LONGEST = 120


def columns(text: str) -> int:
    """How many columns a text takes on a page, where a Chinese character takes two."""
    return len(text) + sum(character >= "\u2e80" for character in text)


def wrap_width(text: str) -> int:
    """From which width on a line may have been wrapped, in columns.

    Returns:
        The width; larger than any line where the text is not wrapped.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < FEWEST_LINES or max(map(len, lines)) > LONGEST:
        return maxsize
    widths = Counter(columns(line.rstrip()) for line in lines)
    widest = max(widths)
    full = sum(count for width, count in widths.items() if width >= widest - SLACK)
    return widest - SLACK if widest <= LONGEST and full >= FULL_SHARE * len(lines) else maxsize


def wrapped_end(text: str, line_end: int, limit: int) -> int:
    """Where a heading ends whose line is full: with the next line, if that can be its rest.

    The rest is a short line without a stop or a mark; what prose leaves on a last
    line ends with a stop.
    """
    start = line_end
    while start < limit and text[start] in "\r\n":
        start += 1
    rest = pattern("context", "OWN_LINE").match(text, start, limit)
    if (
        rest is None
        or columns(rest.group()) > LONGEST // 3
        or pattern("numbering").match(text, start)
    ):
        return line_end
    return rest.end()
