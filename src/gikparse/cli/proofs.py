"""What `gikparse check` prints for people: the findings, how often each code occurs, the sum."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gikparse.cli.findings import explain, headline
from gikparse.cli.wording import severity_word, sum_up
from gikparse.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.cli.painting import Line
    from gikparse.linting.run import Outcome


def proof(outcome: Outcome, lang: str, *, quiet: bool) -> Iterator[Line]:
    """The open findings, each with its text and a blank line or, if quiet, on one line."""
    for finding in outcome.findings:
        if not finding.is_open:
            continue
        source = finding.report.source
        if quiet:
            yield headline(finding.diagnostic, source, lang)
        else:
            yield from explain(finding.diagnostic, source, lang=lang)
            yield ()


def statistics(outcome: Outcome, lang: str) -> Iterator[Line]:
    """How often each code was found, the most frequent first."""
    found = [finding.diagnostic for finding in outcome.findings if finding.is_open]
    counts = Counter(diagnostic.code for diagnostic in found)
    kinds = {diagnostic.code: diagnostic for diagnostic in found}
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        kind = kinds[code]
        yield (
            (f"{count:>5}  ", ""),
            (code, "code"),
            ("  ", ""),
            (severity_word(kind.severity, lang).ljust(7), kind.severity.name.lower()),
            (f"  {kind.name}", "name"),
        )


def summary(outcome: Outcome, lang: str) -> Line:
    """The last line."""
    severities = [f.diagnostic.severity for f in outcome.findings if f.is_open]
    if outcome.unread:
        severities.append(Severity.ERROR)
    meaning = max(severities).name.lower() if severities else "good"
    return ((sum_up(outcome, lang), meaning),)
