"""What reading a report met: rules hand it on, so that it has pages and fixtures like the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic, Kind
    from gikparse.report import Report


def all_met(report: Report) -> tuple[Diagnostic, ...]:
    """What reading the file, parsing it and reading its tables met."""
    return (*report.diagnostics, *report.indicators.diagnostics)


def met(report: Report, kind: Kind) -> Iterator[Diagnostic]:
    r"""What reading met of a kind.

    Example:
        >>> import gikparse
        >>> from gikparse.diagnostics.parsing import UNREADABLE
        >>> report = gikparse.parse("一、总体情况\n????????????\n全年公开12条。")
        >>> [report.source.position(found.span.start).line for found in met(report, UNREADABLE)]
        [2]
    """
    return (found for found in all_met(report) if found.code == kind.code)
