"""Outcomes of the linter for the tests of formats."""

from pathlib import Path

from gikparse import Kind, Report, Severity, Source, Span, fingerprints, parse
from gikparse.diagnostics import Diagnostic, Related
from gikparse.linting.finding import Finding
from gikparse.linting.run import Outcome
from gikparse.linting.waivers import Waiver

#: 𠮷 is one code point and two UTF-16 units.
TEXT = "𠮷县2023年政府信息公开工作年度报告\n一、总体情况\n𠮷县收到申请3件，100%, 答复: 5件。\n"
KIND = Kind(
    code="GIK101",
    name="duplicate-ordinal",
    severity=Severity.WARNING,
    message="{what} is odd",
    chinese="“{what}”有误",
)
WAIVER = Waiver(files=("*",), codes=("GIK1",), reason="known, 已核实", where="x", folder=Path())


def span_of(word: str, text: str = TEXT) -> Span:
    start = text.index(word)
    return Span(start, start + len(word))


def found(word: str = "3件", *, what: str = "3", related: tuple[Related, ...] = ()) -> Diagnostic:
    return KIND.at(span_of(word), related=related, what=what)


def other(word: str = "5件", source: Source | None = None) -> Related:
    return Related(span=span_of(word), message="5 here", chinese="此处为5", value=5, source=source)


def outcome(
    *diagnostics: Diagnostic,
    name: str = "reports/2023.txt",
    waiver: Waiver | None = None,
    is_known: bool = False,
    has_baseline: bool = False,
    unread: tuple[str, ...] = (),
    report: Report | None = None,
) -> Outcome:
    report = report or parse(TEXT, name=name)
    prints = fingerprints(report, diagnostics)
    return Outcome(
        reports=(report,),
        findings=tuple(
            Finding(report=report, diagnostic=d, fingerprint=p, waiver=waiver, is_known=is_known)
            for d, p in zip(diagnostics, prints, strict=True)
        ),
        unread=unread,
        has_baseline=has_baseline,
    )
