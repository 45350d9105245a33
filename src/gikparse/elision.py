"""Leave out what is not part of the text, and remember where it stood.

The stages after this one read `Reading.text`, a view without injected pinyin,
zero-width marks and markup remains. Only the builder of nodes maps offsets back,
so that every span, title and text is a slice of the source as it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

import attrs

from gikparse.grammar import pattern
from gikparse.source import Span
from gikparse.wrapping import wrapped_breaks

#: So many different words in brackets after characters are pinyin, though none carries a tone.
MANY_READINGS = 8


class Elision(NamedTuple):
    """A stretch of the source that the reading view leaves out.

    Attributes:
        span: Where it stands in the source.
        kind: The terminal of `grammars/elision.lark` that it matched.

    Example:
        >>> elide("国(guó)家").elisions
        (Elision(span=Span(start=1, end=6), kind='PINYIN'),)
    """

    span: Span
    kind: str


@attrs.frozen(kw_only=True)
class Reading:
    """The view that the parser reads, with the way back to the source.

    Attributes:
        text: The folded text without the elisions.
        folded: The folded text with them, whose offsets are those of the source.
        elisions: What was left out, in order.

    Example:
        >>> reading = elide("国(guó)家")
        >>> reading.text
        '国家'
        >>> reading.source_span(0, 1), reading.source_span(1, 2)
        (Span(start=0, end=6), Span(start=6, end=7))
        >>> reading.source_offset(1), reading.view_offset(6)
        (6, 1)
    """

    text: str
    folded: str
    elisions: tuple[Elision, ...] = ()
    _places: list[int] = attrs.field(factory=list)
    _removed: list[int] = attrs.field(factory=list)
    _readings: dict[int, int] = attrs.field(factory=dict)

    def source_offset(self, offset: int) -> int:
        """The place in the source of an offset in the view.

        The map is monotone; the character behind an elision stands behind it.
        """
        before = bisect_right(self._places, offset)
        return offset + (self._removed[before - 1] if before else 0)

    def source_span(self, start: int, end: int) -> Span:
        """The span in the source of `text[start:end]`.

        The reading of a character belongs to it, whatever else is left out behind the
        last one does not.
        """
        if not self._places:
            return Span(start, end)
        first = self.source_offset(start)
        last = self.source_offset(end - 1) + 1 if end > start else first
        return Span(first, self._readings.get(last, last))

    def view_offset(self, source_offset: int) -> int:
        """The place in the view of an offset in the source that the view has."""
        before = bisect_right(self.elisions, source_offset, key=_end)
        return source_offset - (self._removed[before - 1] if before else 0)

    def view_span(self, span: Span) -> tuple[int, int]:
        """The place in the view of a span in the source.

        Example:
            >>> elide("国(guó)家").view_span(Span(0, 7))
            (0, 2)
        """
        if not self.elisions:
            return span.start, span.end
        start = self.view_offset(span.start)
        return start, max(start, self.view_offset(span.end))


def _end(elision: Elision) -> int:
    return elision.span.end


def elide(folded: str) -> Reading:
    """Leave out what `grammars/elision.lark` names; on a clean text, the identity.

    Args:
        folded: The text after folding.

    Returns:
        The view and its map.
    """
    elisions = sorted((*_marks(folded), *_breaks(folded)), key=lambda elision: elision.span)
    if not elisions:
        return Reading(text=folded, folded=folded)
    kept: list[str] = []
    end = 0
    for elision in elisions:
        kept.append(folded[end : elision.span.start])
        end = elision.span.end
    kept.append(folded[end:])
    removed = list(accumulate(elision.span.width for elision in elisions))
    places = [e.span.end - gone for e, gone in zip(elisions, removed, strict=True)]
    return Reading(
        text="".join(kept),
        folded=folded,
        elisions=tuple(elisions),
        places=places,
        removed=removed,
        readings={e.span.start: e.span.end for e in elisions if e.kind == "PINYIN"},
    )


_MARKS = ("PINYIN", "INVISIBLE", "MARKUP", "SPACED")
#: Where none of these stands, there is no mark.
_SIGNS = ("PINYIN", "INVISIBLE", "MARKUP", "_SINGLE")


def _marks(folded: str) -> Iterator[Elision]:
    """What the grammar names.

    Letters in brackets after a Chinese character are pinyin only in a text where
    some carry a tone or many differ, so that an ordinary (app) stays. Blanks are
    left out where they stand between all characters of a line.
    """
    # One after the other, because `re` is quick to see that a text holds none of a kind.
    if not any(pattern("elision", sign).search(folded) for sign in _SIGNS):
        return
    found = [
        Elision(span=Span(*match.span()), kind=match.lastgroup or "")
        for match in pattern("elision", *_MARKS).finditer(folded)
    ]
    spelt = {folded[elision.span.slice] for elision in found if elision.kind == "PINYIN"}
    is_spelt = len(spelt) >= MANY_READINGS or not all(map(str.isascii, spelt))
    for elision in found:
        if elision.kind == "SPACED":
            blanks = pattern("elision", "BLANK").finditer(folded, *elision.span)
            yield from (Elision(span=Span(*blank.span()), kind="SPACED") for blank in blanks)
        elif elision.kind != "PINYIN" or is_spelt:
            yield elision


def _breaks(folded: str) -> Iterator[Elision]:
    """The line breaks that a tool has put into sentences."""
    wrapped = list(wrapped_breaks(folded))
    if wrapped:
        yield from (Elision(span=span, kind="BREAK") for span in wrapped)
    else:
        # A figure on a line of its own: both breaks around it.
        for match in pattern("elision", "BREAK").finditer(folded):
            yield Elision(span=Span(*match.span()), kind="BREAK")
