"""The text as it was read, and positions in it.

A `Span` counts code points and is half-open everywhere in gikparse, with no
exception. Lines, columns and UTF-16 offsets are computed when somebody asks,
because most spans are never printed.
"""

from __future__ import annotations

import io
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple, SupportsIndex

import attrs

from gikparse.errors import UsageError


class Span(NamedTuple):
    """A half-open range of code points: `text[start:end]`.

    Example:
        >>> span = Span(2, 5)
        >>> len("一、概述。"[span.slice]), span.width
        (3, 3)
        >>> span.covers(Span(3, 4)), span.covers(Span(4, 9))
        (True, False)
    """

    start: int
    end: int

    @property
    def slice(self) -> slice:
        """The span as a `slice`, to cut a string with."""
        return slice(self.start, self.end)

    @property
    def width(self) -> int:
        """How many code points the span takes."""
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether another span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    r"""A place as people name it: line and column, both counted from 1.

    Columns count code points; `Source.utf16_offset` serves editors, which count
    UTF-16 units.

    Example:
        >>> Source(text="一、概述\n无。").position(5)
        Position(line=2, column=1)
    """

    line: int
    column: int


@attrs.frozen(kw_only=True)
class Place:
    """Where something stands in the file that a text was read from, counted from 1.

    Attributes:
        page: The page of a PDF document.
        line: The line of the file, where the text is not the file itself.
        paragraph: The paragraph of a Word document; those in tables do not count.
        table: The table.
        row: The row of the table.
        column: The column of the table; a cell that spans several stands in the first.

    Example:
        >>> str(Place(page=3, table=2, row=7, column=1))
        'page 3, table 2, row 7, column 1'
    """

    page: int | None = None
    line: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """The place in words."""
        said = attrs.asdict(self).items()
        return ", ".join(f"{name} {number}" for name, number in said if number is not None)

    @property
    def chinese(self) -> str:
        """The place in Chinese words.

        Example:
            >>> Place(page=3, table=2, row=7).chinese
            '第3页，第2个表，表内第7行'
        """
        said = attrs.asdict(self).items()
        return "，".join(_CHINESE[name].format(n) for name, n in said if n is not None)


_CHINESE = {
    "page": "第{}页",
    "line": "第{}行",
    "paragraph": "第{}段",
    "table": "第{}个表",
    "row": "表内第{}行",
    "column": "第{}列",
}


class SourceText(str):
    """A string that a `Span` can index as well.

    Example:
        >>> SourceText("一、概述")[Span(2, 4)]
        '概述'
    """

    __slots__ = ()

    def __getitem__(self, key: SupportsIndex | slice | Span) -> str:
        """The character, slice or span asked for, as a plain string."""
        if isinstance(key, Span):
            key = slice(key.start, key.end)
        return str.__getitem__(self, key)


@attrs.define(frozen=True, kw_only=True, slots=False)
class Source:
    r"""A text as it was read, and the way from an offset to a place.

    Lines end at `\r\n`, `\n` or `\r` and at nothing else.

    Attributes:
        text: The whole text, unchanged; `text[span]` takes a `Span`.
        name: What messages call it: a file name, mostly.
        format: The format of the file, such as `pdf`; None for a text that was no file.
        encoding: The encoding of the file, as Python calls it; None where there is no such thing.
        places: Where each piece of the text stands in the file: the offset at which it
            begins, and its place. Empty where the file is the text itself.

    Example:
        >>> source = Source(text="一、概述\n二、主动公开")
        >>> source.position(5)
        Position(line=2, column=1)
        >>> source.line_count, source.line_span(2), source.line(2)
        (2, Span(start=5, end=11), '二、主动公开')
    """

    text: SourceText = attrs.field(converter=SourceText)
    name: str | None = None
    format: str | None = None
    encoding: str | None = None
    places: tuple[tuple[int, Place], ...] = attrs.field(default=(), repr=False, eq=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        # newline="" splits at exactly the three line ends and keeps them.
        lengths = (len(line) for line in io.StringIO(self.text, newline=""))
        return list(accumulate(lengths, initial=0))[: self.line_count]

    @cached_property
    def line_count(self) -> int:
        """How many lines the text has; an empty text has one."""
        ended = self.text.endswith(("\n", "\r"))
        return sum(1 for _ in io.StringIO(self.text, newline="")) + (ended or not self.text)

    def position(self, offset: int) -> Position:
        """Where an offset lies.

        Args:
            offset: A code-point offset, from 0 to the length of the text.

        Returns:
            The line and column, both from 1. A line end belongs to its line.

        Raises:
            UsageError: The offset lies outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise UsageError(f"offset {offset} is outside the text (0 to {len(self.text)})")
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def locate(self, span: Span) -> Place | None:
        r"""Where a span begins in the file that the text was read from.

        Args:
            span: A span of the text.

        Returns:
            The place; None where the file is the text itself: there `position` tells it.

        Example:
            >>> source = Source(text="一、概述\\n无", places=((0, Place(page=1)), (5, Place(page=2))))
            >>> source.locate(Span(5, 6))
            Place(page=2, line=None, paragraph=None, table=None, row=None, column=None)
        """
        index = bisect_right(self.places, span.start, key=itemgetter(0))
        return self.places[index - 1][1] if index else None

    def line_span(self, line: int) -> Span:
        """The span of a line, counted from 1, without its line end.

        Raises:
            UsageError: There is no such line.
        """
        if not 1 <= line <= self.line_count:
            raise UsageError(f"there is no line {line}: the text has {self.line_count}")
        starts = self._line_starts
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))

    def line(self, number: int) -> str:
        """A line of the text, counted from 1, without its line end."""
        return self.text[self.line_span(number)]

    def utf16_offset(self, offset: int) -> int:
        """An offset in UTF-16 code units, which editors and JavaScript count.

        Example:
            >>> Source(text="𠮷年").utf16_offset(1)
            2
        """
        return offset + bisect_left(self._pairs, offset)

    @cached_property
    def _pairs(self) -> list[int]:
        """Where the characters stand that UTF-16 writes as two units."""
        return [place for place, character in enumerate(self.text) if character > "\uffff"]
