"""The place in the text that a diagnostic is about, fit for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gikparse.cli.width import CUT, visible, width, width_of

if TYPE_CHECKING:
    from gikparse.source import Source, Span


class Window(NamedTuple):
    """The part of a line that is shown.

    Attributes:
        source: What it is a part of.
        line: The line, without its end.
        start: The offset at which the part begins.
        end: The offset at which it ends.
    """

    source: Source
    line: Span
    start: int
    end: int

    def shows(self, span: Span, source: Source) -> bool:
        """Whether a span lies in it, so that it need not be shown again."""
        return source is self.source and self.start <= span.start and span.end <= self.end

    def excerpt(self, span: Span) -> Excerpt:
        """The window in three parts, for a span that begins in it."""
        text = visible(self.source.text[self.start : self.end])
        place = span.start - self.start
        marked = text[place : max(min(span.end, self.end) - self.start, place)]
        return Excerpt(
            before=(CUT if self.start > self.line.start else "") + text[:place],
            marked=marked,
            after=text[place + len(marked) :] + (CUT if self.end < self.line.end else ""),
        )


class Excerpt(NamedTuple):
    """A line of a report, or what is round a span of it, in three parts.

    Attributes:
        before: What stands before the span.
        marked: What of the span stands on the line.
        after: What stands after it.
    """

    before: str
    marked: str
    after: str

    @property
    def text(self) -> str:
        """The three parts."""
        return self.before + self.marked + self.after

    def marks(self, mark: str) -> str:
        """The line below, with a mark under each column of the span, and one at the least."""
        return " " * width(self.before) + mark * max(1, width(self.marked))


def window(span: Span, source: Source, limit: int) -> Window:
    """The line on which a span begins, in no more columns than the limit.

    Of a line that is too long, it is what stands round the beginning of the span.
    """
    line = source.line_span(source.position(span.start).line)
    room = limit - 2 * len(CUT)
    before = source.text[max(line.start, span.start - room) : span.start]
    after = source.text[span.start : min(line.end, span.start + room)]
    start = span.start - _reach(before[::-1], max(room // 3, room - width(visible(after))))
    taken = width(visible(source.text[start : span.start]))
    return Window(source, line, start, span.start + _reach(after, room - taken))


def _reach(text: str, room: int) -> int:
    """How many characters of a text fit into so many columns."""
    taken = 0
    for count, character in enumerate(visible(text)):
        taken += width_of(character)
        if taken > room:
            return count
    return len(text)
