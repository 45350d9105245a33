"""How marks are written: the style of their punctuation, and its width."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from gikparse.diagnostics import Related
from gikparse.folding import fold
from gikparse.numbering import NumberingScheme, ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gikparse.nodes import Heading

#: So many markers are kept in mind: all reports have the same few.
MARKERS_KEPT = 1024
#: How GB/T 9704-2012 writes the marks of each rank, without the number.
STANDARD = {
    NumberingScheme.CHINESE: "、",
    NumberingScheme.CHINESE_PAREN: "()",
    NumberingScheme.ARABIC: ".",
    NumberingScheme.ARABIC_PAREN: "()",
}
#: The first mark of each rank as the standard writes it.
FIRST = {
    NumberingScheme.CHINESE: "一、",
    NumberingScheme.CHINESE_PAREN: "（一）",
    NumberingScheme.ARABIC: "1.",
    NumberingScheme.ARABIC_PAREN: "（1）",
}


class Width(Enum):
    """How wide the punctuation of a mark is."""

    #: （一） 1．
    FULL = "full"
    #: (一) 1.
    HALF = "half"
    #: （一)
    BOTH = "both"


@lru_cache(MARKERS_KEPT)
def style(marker: str) -> str:
    """How a marker is written, without its number and blanks.

    Example:
        >>> style("（十二） 、"), style("1．"), style("㈠")
        ('()、', '.', '')
    """
    return "".join(c for c in fold(marker) if ordinal(c) is None and not c.isspace())


@lru_cache(MARKERS_KEPT)
def width(marker: str) -> Width | None:
    """How wide the punctuation of a marker is; None where only one width is in use, as in 一、.

    Example:
        >>> [width(marker) for marker in ("（一）", "1.", "一、", "（一)")]
        [<Width.FULL: 'full'>, <Width.HALF: 'half'>, None, <Width.BOTH: 'both'>]
    """
    found = {Width.HALF if c == fold(c) else Width.FULL for c in marker if fold(c) in "()."}
    return (found.pop() if len(found) == 1 else Width.BOTH) if found else None


def places(headings: Iterable[Heading], message: str, chinese: str) -> tuple[Related, ...]:
    """The marks of headings as places that explain a diagnostic."""
    return tuple(
        Related(span=heading.marker_span, message=message, chinese=chinese) for heading in headings
    )
