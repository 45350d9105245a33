"""Findings as JSON, all that is known of them."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import gikparse
from gikparse.checks import RULES, Cause
from gikparse.diagnostics import Severity
from gikparse.formats.findings.location import locate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Related
    from gikparse.linting.finding import Finding
    from gikparse.linting.run import Outcome
    from gikparse.source import Source, Span

#: Goes up whenever a reader of before would misread a document of now.
_VERSION = 1


def write_json(outcome: Outcome, lang: str) -> Iterator[str]:
    """The outcome as one JSON object, one finding a line.

    Messages are there in both languages.
    """
    del lang
    counts = Counter(f.diagnostic.severity for f in outcome.findings if f.is_open)
    head = {
        "version": _VERSION,
        "gikparse": gikparse.__version__,
        "files": [_file(report.source.name) for report in outcome.reports],
        "unread": list(outcome.unread),
        "summary": {s.name.lower(): counts[s] for s in reversed(Severity)},
    }
    yield "{"
    for key, value in head.items():
        yield f" {_dumped(key)}: {_dumped(value)},"
    yield ' "findings": ['
    last = len(outcome.findings) - 1
    for number, finding in enumerate(outcome.findings):
        yield f"  {_dumped(_record(finding))}{',' if number < last else ''}"
    yield " ]"
    yield "}"


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _file(name: str | None) -> str:
    return name or "<text>"


def _record(finding: Finding) -> dict[str, Any]:
    diagnostic, source = finding.diagnostic, finding.report.source
    return {
        **_place(diagnostic.span, source),
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.name.lower(),
        "about": _causes().get(diagnostic.code, Cause.SOURCE).value,
        "message": diagnostic.message,
        "chinese": diagnostic.chinese,
        "agency": finding.report.agency,
        "year": finding.report.year,
        "fingerprint": finding.fingerprint,
        "waived": finding.waiver.reason if finding.waiver else None,
        "known": finding.is_known,
        "related": [_related(related, source) for related in diagnostic.related],
    }


@cache
def _causes() -> dict[str, Cause]:
    return {rule.kind.code: rule.cause for rule in RULES}


def _related(related: Related, source: Source) -> dict[str, Any]:
    return {
        **_place(related.span, related.source or source),
        "message": related.message,
        "chinese": related.chinese,
        "value": None if related.value is None else str(related.value),
    }


def _place(span: Span, source: Source) -> dict[str, Any]:
    found = locate(span, source)
    return {
        "file": found.file,
        "line": found.line,
        "column": found.column,
        "end_line": found.end_line,
        "end_column": found.end_column,
        "start": found.start,
        "end": found.end,
        "place": found.place and str(found.place),
        "text": found.text,
    }
