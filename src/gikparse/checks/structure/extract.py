"""Stretches of a report without blanks, folded, each character with its place in the source."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from gikparse.checks.remembering import once_a_report
from gikparse.elision import Reading, elide
from gikparse.folding import fold
from gikparse.source import Span
from gikparse.tables.squeezing import Squeezed, squeeze

if TYPE_CHECKING:
    from gikparse.report import Report

#: The views of so many reports are kept: several rules read one report after the other.
VIEWS_KEPT = 2


@attrs.frozen(kw_only=True)
class Extract:
    """A stretch of a report.

    Attributes:
        text: Its characters, folded, without blanks, line ends and what is no part of the text.
    """

    text: str
    _squeezed: Squeezed
    _reading: Reading

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
    reading = _reading(report.source.text)
    squeezed = squeeze(reading.text, *reading.view_span(span))
    return Extract(text=squeezed.text, squeezed=squeezed, reading=reading)


@once_a_report
def whole_text(report: Report) -> Extract:
    """All of a report."""
    return extract(report, report.span)


@lru_cache(VIEWS_KEPT)
def _reading(text: str) -> Reading:
    return elide(fold(text))
