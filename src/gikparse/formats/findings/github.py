"""Findings as workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.diagnostics import Severity
from gikparse.formats.findings.location import locate, message_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.linting.finding import Finding
    from gikparse.linting.run import Outcome

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
#: What GitHub decodes in the message of a command, and beyond that in its properties.
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def write_github(outcome: Outcome, lang: str) -> Iterator[str]:
    """One workflow command for each open finding, and one for each file that was not read."""
    for message in outcome.unread:
        yield f"::error::{message.translate(_IN_MESSAGE)}"
    for finding in outcome.findings:
        if finding.is_open:
            yield _command(finding, lang)


def _command(finding: Finding, lang: str) -> str:
    diagnostic, source = finding.diagnostic, finding.report.source
    found = locate(diagnostic.span, source)
    properties = {"file": found.file}
    message = message_of(diagnostic, lang)
    if found.place is None:
        properties |= {"line": f"{found.line}", "endLine": f"{found.end_line}"}
        if found.line == found.end_line:  # else GitHub rejects columns
            properties |= {"col": f"{found.column}", "endColumn": f"{found.end_column}"}
    else:
        message += f"（{found.place.chinese}）" if lang == "zh" else f" ({found.place})"
    properties["title"] = f"{diagnostic.code} {diagnostic.name}"
    lines = [message]
    for related in diagnostic.related:
        there = locate(related.span, related.source or source)
        lines.append(f"{there.file}:{there}: {message_of(related, lang)}")
    said = ",".join(f"{key}={value.translate(_IN_PROPERTY)}" for key, value in properties.items())
    body = "\n".join(lines).translate(_IN_MESSAGE)
    return f"::{_COMMANDS[diagnostic.severity]} {said}::{body}"
