"""Stretches of a report without blanks, folded, each character with its place in the source."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from gikparse.checks.remembering import once_a_report
from gikparse.source import Span
from gikparse.tables.squeezing import Squeezed, solid_text, squeeze

if TYPE_CHECKING:
    from gikparse.elision import Reading
    from gikparse.report import Report


@attrs.frozen(kw_only=True, slots=False)
class Extract:
    """A stretch of a report.

    Attributes:
        text: Its characters, folded, without blanks, line ends and what is no part of the text.
    """

    text: str
    _reading: Reading
    _bounds: tuple[int, int]

    @cached_property
    def _squeezed(self) -> Squeezed:
        # Most stretches are looked through in vain, and nobody asks where anything stands.
        return squeeze(self._reading.text, *self._bounds)

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]`, which is not empty, stands in the source."""
        first, last = self._squeezed.in_view(start), self._squeezed.in_view(end - 1)
        return self._reading.source_span(first, last + 1)


def extract(report: Report, span: Span) -> Extract:
    r"""A stretch of a report.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、總體 情況\n（一）公開")
        >>> found = extract(report, report.sections[0].span)
        >>> found.text, report.source.text[found.span(2, 5)]
        ('一、总体情况(一)公开', '總體 情')
    """
    reading = report.reading
    bounds = reading.view_span(span)
    return Extract(text=solid_text(reading.text, *bounds), reading=reading, bounds=bounds)


@once_a_report
def whole_text(report: Report) -> Extract:
    """All of a report."""
    return extract(report, report.span)
