"""A diagnostic with the place in the text that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.cli.width import CUT, visible, width, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.source import Source, Span

_MARGIN = "  "


def explain(found: Diagnostic, source: Source, *, chinese: bool, limit: int) -> Iterator[str]:
    """A diagnostic as `file:line:column: code name: message`, with the text that it is about.

    Args:
        found: The diagnostic.
        source: The source of its report.
        chinese: Whether the message is to be in Chinese.
        limit: How many columns of the screen there are.
    """
    message = found.chinese if chinese else found.message
    where = source.locate(found.span)
    inside = f" ({where})" if where else ""  # of the file that the text was taken from
    yield f"{_place(found.span, source)}: {found.code} {found.name}: {visible(message)}{inside}"
    yield from excerpt(found.span, source, limit)
    for related in found.related:
        message = related.chinese if chinese else related.message
        there = related.source or source
        yield f"{_MARGIN}{_place(related.span, there)}: {visible(message)}"
        yield from excerpt(related.span, there, limit)


def _place(span: Span, source: Source) -> str:
    line, column = source.position(span.start)
    return f"{visible(source.name or '<text>')}:{line}:{column}"


def excerpt(span: Span, source: Source, limit: int) -> tuple[str, str]:
    """The line on which a span begins, and one with carets under the span.

    Of a line that is too long, what stands round the beginning of the span is shown.
    """
    line = source.line_span(source.position(span.start).line)
    room = limit - len(_MARGIN) - 2 * len(CUT)
    before = source.text[max(line.start, span.start - room) : span.start]
    after = source.text[span.start : min(line.end, span.start + room)]
    start = span.start - _reach(before[::-1], max(room // 3, room - width(visible(after))))
    taken = width(visible(source.text[start : span.start]))
    end = span.start + _reach(after, room - taken)
    opening = CUT if start > line.start else ""
    closing = CUT if end < line.end else ""
    text = visible(source.text[start:end])
    marked = text[span.start - start : max(min(span.end, end) - start, 0)]
    blanks = " " * (len(opening) + width(text[: span.start - start]))
    return (
        f"{_MARGIN}{opening}{text}{closing}",
        f"{_MARGIN}{blanks}{'^' * max(1, width(marked))}",
    )


def _reach(text: str, room: int) -> int:
    """How many characters of a text fit into so many columns."""
    taken = 0
    for count, character in enumerate(visible(text)):
        taken += width_of(character)
        if taken > room:
            return count
    return len(text)
