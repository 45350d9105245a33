"""Where a finding is, in the terms of other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from gikparse.diagnostics import Diagnostic, Kind, Related
    from gikparse.source import Place, Source, Span


@attrs.frozen(kw_only=True)
class Location:
    """A span in a file.

    Lines and columns count from 1 and are those of the text that was read; the end is
    the first place after the span.

    Attributes:
        file: The file, as the user named it.
        line: The line on which the span begins.
        column: The column, in code points.
        end_line: The line on which it ends.
        end_column: The column, likewise.
        start: The offset at which it begins, in code points from 0.
        end: The offset at which it ends.
        place: Where it begins in a file that is not the text itself: its page, table, row.
        text: What stands there.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    place: Place | None
    text: str

    def __str__(self) -> str:
        """Where it begins: the place in a document, else line and column."""
        return str(self.place or f"{self.line}:{self.column}")


def locate(span: Span, source: Source) -> Location:
    r"""Where a span of a source is.

    Example:
        >>> from gikparse import Source, Span
        >>> found = locate(Span(3, 5), Source(text="一、\n其他", name="2023.txt"))
        >>> found.line, found.column, found.end_column, found.text
        (2, 1, 3, '其他')
    """
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    return Location(
        file=source.name or "<text>",
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        start=span.start,
        end=span.end,
        place=source.locate(span),
        text=source.text[span],
    )


def message_of(said: Diagnostic | Kind | Related, lang: str) -> str:
    """A message in a language, `zh` or `en`."""
    return said.chinese if lang == "zh" else said.message
