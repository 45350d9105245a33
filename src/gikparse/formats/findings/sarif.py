"""Findings as SARIF 2.1.0, which code hosts and editors read.

The standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import gikparse
from gikparse.checks import RULES
from gikparse.checks.explaining import explanation_of
from gikparse.diagnostics import Severity
from gikparse.formats.findings.location import message_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.checks import Rule
    from gikparse.linting.finding import Finding
    from gikparse.linting.run import Outcome
    from gikparse.source import Source, Span

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_FINGERPRINT = "gikparse/v1"


def write_sarif(outcome: Outcome, lang: str) -> Iterator[str]:
    """The outcome as a SARIF log of one run.

    Waived findings are suppressed results, and where a baseline was used, each result says
    whether it was known.
    """
    rules = [_described(rule, lang) for rule in RULES]
    index = {rule["id"]: place for place, rule in enumerate(rules)}
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "gikparse",
                "version": gikparse.__version__,
                "rules": rules,
            }
        },
        "language": _LANGUAGES[lang],
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(outcome)],
        "results": [
            _result(finding, index, lang, baseline=outcome.has_baseline)
            for finding in outcome.findings
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=1)


def _described(rule: Rule, lang: str) -> dict[str, Any]:
    explanation = explanation_of(rule, lang)
    return {
        "id": rule.kind.code,
        "name": rule.kind.name,
        "shortDescription": {"text": explanation.partition("\n")[0]},
        "fullDescription": {"text": message_of(rule.kind, lang)},
        "help": {"text": explanation, "markdown": explanation},
        "defaultConfiguration": {"level": _LEVELS[rule.kind.severity]},
        "properties": {"tags": [rule.cause.value]},
    }


def _invocation(outcome: Outcome) -> dict[str, Any]:
    notices = [{"level": "error", "message": {"text": said}} for said in outcome.unread]
    return {"executionSuccessful": not notices, "toolExecutionNotifications": notices}


def _result(
    finding: Finding, index: dict[str, int], lang: str, *, baseline: bool
) -> dict[str, Any]:
    diagnostic, source = finding.diagnostic, finding.report.source
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": message_of(diagnostic, lang)},
        "locations": [_location(diagnostic.span, source)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
    }
    if diagnostic.code in index:
        result["ruleIndex"] = index[diagnostic.code]
    if diagnostic.related:
        result["relatedLocations"] = [
            {
                "id": number,
                **_location(related.span, related.source or source),
                "message": {"text": message_of(related, lang)},
            }
            for number, related in enumerate(diagnostic.related, 1)
        ]
    if finding.waiver:
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": finding.waiver.reason}
        ]
    if baseline:
        result["baselineState"] = "unchanged" if finding.is_known else "new"
    return result


def _location(span: Span, source: Source) -> dict[str, Any]:
    artifact = {"artifactLocation": {"uri": _uri(source.name or "text")}}
    place = source.locate(span)
    if place is None:
        return {"physicalLocation": {**artifact, "region": _region(span, source)}}
    # Lines of the text that was taken from a document mean nothing in the document.
    said = {"fullyQualifiedName": str(place), "kind": "element"}
    return {"physicalLocation": artifact, "logicalLocations": [said]}


def _region(span: Span, source: Source) -> dict[str, Any]:
    first, last = source.position(span.start), source.position(span.end)
    return {
        "startLine": first.line,
        "startColumn": _utf16_column(span.start, source),
        "endLine": last.line,
        "endColumn": _utf16_column(span.end, source),
        "snippet": {"text": source.text[span]},
    }


def _utf16_column(offset: int, source: Source) -> int:
    begin = offset - source.position(offset).column + 1
    return source.utf16_offset(offset) - source.utf16_offset(begin) + 1


def _uri(name: str) -> str:
    """A file as a URI: relative to the working directory where it lies in it."""
    if name.startswith("<"):
        return name.strip("<>")
    path = Path(name).absolute()
    inside = path.is_relative_to(Path.cwd())
    posix = (path.relative_to(Path.cwd()) if inside else path).as_posix()
    # A name may hold what is no UTF-8, for which a question mark has to do.
    return ("" if inside else "file:///") + quote(posix.lstrip("/"), errors="replace")
