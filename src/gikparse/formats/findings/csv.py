"""Findings as CSV, one a row, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from gikparse.formats.findings.location import locate, message_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.linting.finding import Finding
    from gikparse.linting.run import Outcome

_FIELDS = (
    "file",
    "agency",
    "year",
    "line",
    "column",
    "place",
    "severity",
    "code",
    "name",
    "message",
    "text",
    "related",
    "fingerprint",
)
#: A spreadsheet takes what begins with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: A spreadsheet shows a cell in one line; what a finding is about stands at its beginning.
_LONGEST = 500
_END = "\r\n"  # what the writer knows as the end of a row, it quotes inside cells


def write_csv(outcome: Outcome, lang: str) -> Iterator[str]:
    """A row for each open finding below a row with the names of the columns."""
    yield _row(_FIELDS)
    for finding in outcome.findings:
        if finding.is_open:
            yield _row(_record(finding, lang))


def _record(finding: Finding, lang: str) -> tuple[object, ...]:
    diagnostic, source = finding.diagnostic, finding.report.source
    found = locate(diagnostic.span, source)
    return (
        found.file,
        finding.report.agency,
        finding.report.year,
        found.line,
        found.column,
        found.place and (found.place.chinese if lang == "zh" else found.place),
        diagnostic.severity.name.lower(),
        diagnostic.code,
        diagnostic.name,
        message_of(diagnostic, lang),
        _shown(found.text),
        "; ".join(
            f"{there}: {_shown(there.text)} ({message_of(related, lang)})"
            for related in diagnostic.related
            for there in [locate(related.span, related.source or source)]
        ),
        finding.fingerprint,
    )


def _shown(text: str) -> str:
    return " ".join(text[:_LONGEST].split())


def _row(values: tuple[object, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator=_END).writerow(map(_cell, values))
    return line.getvalue().removesuffix(_END)


def _cell(value: object) -> object:
    """A value that no spreadsheet takes for a formula."""
    if value is None or isinstance(value, int):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
