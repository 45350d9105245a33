"""The rows of one document in each tidy table, as dictionaries in the order of the schema."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import attrs

from gikparse.agencies import AgencyKey, agency_key
from gikparse.checks import check
from gikparse.checks.fingerprints import fingerprints
from gikparse.diagnostics import Diagnostic, Severity
from gikparse.nodes import Section
from gikparse.source import Span
from gikparse.tidy.schema import schema

if TYPE_CHECKING:
    from gikparse.nodes import Node
    from gikparse.report import Report

Row = dict[str, Any]

#: So much of the text that a diagnostic is about is repeated in its row.
LONGEST_EXCERPT = 80


@attrs.frozen(kw_only=True, slots=False)
class Subject:
    """A report with what its rows say of it beyond its text.

    Attributes:
        report: The report.
        file: What the document is called.
        sha256: The hash of the document, in hexadecimal.
        agency_from: Who names the agency where the text does not.
        year_from: Who names the year where the text does not.
    """

    report: Report
    file: str
    sha256: str
    agency_from: str = "caller"
    year_from: str = "caller"

    @cached_property
    def key(self) -> AgencyKey | None:
        """The key of the agency."""
        return agency_key(self.report.agency) if self.report.agency else None

    @cached_property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the report."""
        return check(self.report)

    @classmethod
    def of(cls, report: Report) -> Subject:
        """The subject of a report that nothing more is known of.

        A report without a name is called by the beginning of its hash.
        """
        digest = digest_of(report.source.text)
        return cls(report=report, file=report.source.name or f"sha256:{digest[:16]}", sha256=digest)


def digest_of(content: str | bytes) -> str:
    """The SHA-256 of bytes, or of a text in UTF-8, in hexadecimal."""
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
    return sha256(content).hexdigest()


def rows_of(subject: Subject, table: str) -> list[Row]:
    """The rows of a document in one tidy table.

    Raises:
        UsageError: There is no such table.
    """
    return _MAKERS[schema(table).name](subject)


def failure_row(file: str, sha256: str, failure: str, message: str) -> Row:
    """The row in `reports` of a document that could not be read.

    Args:
        file: What the document is called.
        sha256: Its hash.
        failure: Why there is no more of it, in a word.
        message: The same as a sentence.
    """
    row: Row = dict.fromkeys(schema("reports").names)
    known = {"file": file, "sha256": sha256, "failure": failure, "message": message}
    return row | {"agency_rules": []} | known


def _reports(subject: Subject) -> list[Row]:
    report = subject.report
    stated = report.identity.spans
    key = subject.key
    severities = [found.severity for found in subject.findings]
    start, end = report.period or (None, None)
    return [
        {
            "file": subject.file,
            "sha256": subject.sha256,
            "agency": report.agency,
            "agency_key": key.key if key else None,
            "agency_rules": [*key.rules] if key else [],
            "agency_from": key and ("text" if "agency" in stated else subject.agency_from),
            "year": report.year,
            "year_from": report.year and ("text" if "year" in stated else subject.year_from),
            "title": report.title,
            "published": report.published,
            "period_start": start,
            "period_end": end,
            "form": report.form.value if report.form else None,
            "format": report.source.format,
            "encoding": report.source.encoding,
            "characters": len(report.source.text),
            "sections": sum(1 for _ in report.find_all(Section)),
            "tables": len(report.tables),
            "indicators": len(report.indicators),
            "warnings": severities.count(Severity.WARNING),
            "errors": severities.count(Severity.ERROR),
            "failure": None,
            "message": None,
        }
    ]


def _sections(subject: Subject) -> list[Row]:
    report = subject.report
    rows: list[Row] = []
    numbers: dict[int, int] = {}
    for number, (path, section) in enumerate(report.paths(), 1):
        heading = section.heading
        rows.append(
            {
                "file": subject.file,
                "number": number,
                "parent": numbers.get(id(section)),
                "path": path,
                "level": section.level,
                "scheme": heading.scheme.value,
                "marker": heading.marker,
                "ordinal": heading.ordinal,
                "title": heading.title or None,
                "topic": section.topic.value if section.topic else None,
                "margin": heading.margin,
                "text": "\n".join(block.text for block in section.blocks) or None,
                **_where(section, section.span),
            }
        )
        numbers.update((id(inner), number) for inner in section.sections)
    return rows


def _indicators(subject: Subject) -> list[Row]:
    key = subject.key.key if subject.key else None
    names = schema("indicators").names
    rows = []
    for number, row in enumerate(subject.report.indicators.to_rows(), 1):
        known = {"file": subject.file, "number": number, "agency_key": key}
        values: Row = {**row, **known, "readings": [*row["readings"]]}
        values["place"] = _place(subject.report, Span(row["start"], row["end"]))
        rows.append({name: _plain(values[name]) for name in names})
    return rows


def _quantities(subject: Subject) -> list[Row]:
    section_of = _section_finder(subject.report)
    return [
        {
            "file": subject.file,
            "number": number,
            "section": section_of(quantity.span.start),
            "text": quantity.text,
            "value": _plain(quantity.value),
            "unit": quantity.unit,
            "bound": quantity.bound.value,
            "kind": quantity.kind,
            "base_value": _plain(quantity.base_value),
            "base_unit": quantity.base_unit,
            **_where(quantity, quantity.span),
        }
        for number, quantity in enumerate(subject.report.quantities, 1)
    ]


def _diagnostics(subject: Subject) -> list[Row]:
    report = subject.report
    known = zip(subject.findings, fingerprints(report, subject.findings), strict=True)
    return [
        {
            "file": subject.file,
            "number": number,
            "code": found.code,
            "fingerprint": fingerprint,
            "name": found.name,
            "severity": found.severity.name.lower(),
            "message": found.message,
            "chinese": found.chinese,
            "text": report.source.text[found.span][:LONGEST_EXCERPT],
            **_where(report, found.span),
        }
        for number, (found, fingerprint) in enumerate(known, 1)
    ]


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


def _where(node: Node, span: Span) -> Row:
    return {
        "line": node.source.position(span.start).line,
        "start": span.start,
        "end": span.end,
        "place": _place(node, span),
    }


def _place(node: Node, span: Span) -> str | None:
    place = node.source.locate(span)
    return str(place) if place else None


def _section_finder(report: Report) -> Callable[[int], str | None]:
    """The numbering path of the innermost section at an offset."""
    paths = list(report.paths())
    starts = [section.span.start for _, section in paths]

    def find(offset: int) -> str | None:
        # Of the sections that have begun the last is the innermost, for children tile.
        index = bisect_right(starts, offset) - 1
        inside = index >= 0 and offset < paths[index][1].span.end
        return paths[index][0] if inside else None

    return find


def all_rows(subject: Subject) -> Iterator[tuple[str, list[Row]]]:
    """The rows of a document in every tidy table, with the table's name."""
    return ((name, make(subject)) for name, make in _MAKERS.items())


_MAKERS: dict[str, Callable[[Subject], list[Row]]] = {
    "reports": _reports,
    "sections": _sections,
    "indicators": _indicators,
    "quantities": _quantities,
    "diagnostics": _diagnostics,
}
