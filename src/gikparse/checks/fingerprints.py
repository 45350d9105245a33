"""Fingerprints: by what a finding is known again after the text around it has changed."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from gikparse.errors import UsageError
from gikparse.folding import fold
from gikparse.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gikparse.diagnostics import Diagnostic
    from gikparse.source import Source, Span

#: How much of the line before a finding and after it counts, and how much of its own text.
_AROUND = 24
_OWN = 96
_DIGITS = 16


def fingerprints(report: Report, diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    r"""What diagnostics of a report are known by, from one version of its text to the next.

    A fingerprint is made of the code, of the text that the diagnostic is about, and of what
    stands around that on its line: up to 24 characters on either side. The text is
    folded and without blanks. Where several diagnostics are alike in all that, their order
    tells them apart. So lines may be put in, taken out and moved elsewhere in the report, and blanks and
    widths changed; what changes the line near the diagnostic gives it another fingerprint.

    Args:
        report: The report.
        diagnostics: Diagnostics of that report, in the order of `gikparse.check`.

    Returns:
        For each diagnostic 16 hexadecimal digits, no two alike within a report.

    Raises:
        UsageError: The report is none.

    Example:
        >>> import gikparse
        >>> def found(text):
        ...     report = gikparse.parse(text)
        ...     return gikparse.fingerprints(report, gikparse.check(report, select="GIK101"))
        >>> text = "一、总体情况\n(一)主动公开。\n(二)平台建设。\n(二)监督保障。"
        >>> found(text)
        ('...',)
        >>> found(text) == found("某某县年度报告\n\n" + text.replace("(二)", "（二）"))
        True
    """
    if not isinstance(report, Report):
        raise UsageError(f"fingerprints takes a Report, not {type(report).__name__}")
    had: Counter[str] = Counter()
    made = []
    for diagnostic in diagnostics:
        known_by = f"{diagnostic.code}\n{_context(report.source, diagnostic.span)}"
        made.append(sha256(f"{known_by}\n{had[known_by]}".encode()).hexdigest()[:_DIGITS])
        had[known_by] += 1
    return tuple(made)


def _context(source: Source, span: Span) -> str:
    """The text of a span between what stands before it and after it on its lines."""
    first = source.line_span(source.position(span.start).line)
    last = source.line_span(source.position(span.end).line)
    # Twice as much as counts, for blanks that do not.
    before = _dense(source.text[max(first.start, span.start - 2 * _AROUND) : span.start])
    own = _dense(source.text[span.start : min(span.end, span.start + 2 * _OWN)])
    after = _dense(source.text[span.end : min(last.end, span.end + 2 * _AROUND)])
    return f"{before[-_AROUND:]}\n{own[:_OWN]}\n{after[:_AROUND]}"


def _dense(text: str) -> str:
    # A lone surrogate, which a text may hold, cannot be encoded.
    return "".join(fold(text).split()).encode(errors="replace").decode()
