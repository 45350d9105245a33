"""A run of the linter: reports and their settings in, findings out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from gikparse.checks import check
from gikparse.checks.fingerprints import fingerprints
from gikparse.checks.years.pairing import pair_with_previous
from gikparse.linting.baseline import read_baseline
from gikparse.linting.finding import Finding
from gikparse.linting.settings import known_codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from gikparse.linting.baseline import Baseline
    from gikparse.linting.settings import Settings
    from gikparse.linting.waivers import Waiver
    from gikparse.report import Report


@attrs.frozen(kw_only=True)
class Outcome:
    """What came out of a run.

    Attributes:
        reports: The reports that were checked.
        findings: All findings, report by report in document order, with those that were
            waived and those that are known.
        unread: For each file that could not be read, the message.
        unused: The waivers for which the checked files had no use.
        gone: How many known findings of the checked files were not met again.
        has_baseline: Whether there was a baseline.
        is_failed: Whether an open finding is as severe as its settings forbid.
    """

    reports: tuple[Report, ...] = ()
    findings: tuple[Finding, ...] = ()
    unread: tuple[str, ...] = ()
    unused: tuple[Waiver, ...] = ()
    gone: int = 0
    has_baseline: bool = False
    is_failed: bool = False


def run_linter(
    given: Sequence[tuple[Report, Settings]], *, today: date, unread: Iterable[str] = ()
) -> Outcome:
    """Check reports.

    Each report is compared with that of its agency for the year before, if that is among them.

    Args:
        given: The reports, each with its settings.
        today: The day of the check, where the settings name none.
        unread: The messages about files that could not be read.

    Raises:
        UsageError: A baseline cannot be read.
    """
    settings = {id(report): its for report, its in given}
    baselines = _Baselines()
    findings: list[Finding] = []
    failed = False
    for report, previous in pair_with_previous(report for report, _ in given):
        its = settings[id(report)]
        found = list(_findings(report, previous, its, baselines.of(its.baseline), today))
        findings.extend(found)
        failed |= its.fail_on is not None and any(
            f.is_open and f.diagnostic.severity >= its.fail_on for f in found
        )
    return Outcome(
        reports=tuple(report for report, _ in given),
        findings=tuple(findings),
        unread=tuple(unread),
        unused=tuple(_unused(given, findings)),
        gone=baselines.gone(given, findings),
        has_baseline=bool(baselines.read),
        is_failed=failed,
    )


def _findings(
    report: Report,
    previous: Report | None,
    settings: Settings,
    baseline: Baseline | None,
    today: date,
) -> Iterator[Finding]:
    found = check(
        report,
        select=settings.select,
        ignore=settings.ignore,
        previous=previous,
        today=settings.today or today,
    )
    waivers = [w for w in settings.waivers if w.is_about(report.source.name or "")]
    for diagnostic, fingerprint in zip(found, fingerprints(report, found), strict=True):
        if diagnostic.severity < settings.min_severity:
            continue
        finding = Finding(report=report, diagnostic=diagnostic, fingerprint=fingerprint)
        covers = (w for w in waivers if w.covers(diagnostic.code, fingerprint))
        is_known = baseline is not None and _entry(finding, baseline) in baseline.entries
        yield attrs.evolve(finding, waiver=next(covers, None), is_known=is_known)


def _entry(finding: Finding, baseline: Baseline) -> tuple[str, str, str]:
    return baseline.entry(finding.file, finding.diagnostic.code, finding.fingerprint)


class _Baselines:
    """The baselines that the settings name, each read once."""

    def __init__(self) -> None:
        self.read: dict[Path, Baseline] = {}

    def of(self, path: Path | None) -> Baseline | None:
        if path is None:
            return None
        if path not in self.read:
            self.read[path] = read_baseline(path)
        return self.read[path]

    def gone(self, given: Sequence[tuple[Report, Settings]], findings: list[Finding]) -> int:
        count = 0
        for path, baseline in self.read.items():
            files = [r.source.name or "" for r, settings in given if settings.baseline == path]
            count += len(baseline.gone(files, [_entry(f, baseline) for f in findings]))
        return count


def _unused(given: Sequence[tuple[Report, Settings]], findings: list[Finding]) -> Iterator[Waiver]:
    """The waivers that concern a checked file and met none of their findings."""
    seen = {finding.waiver for finding in findings}
    for report, settings in given:
        for waiver in settings.waivers:
            if waiver not in seen and _may_be_met(waiver, report, settings):
                seen.add(waiver)
                yield waiver


def _may_be_met(waiver: Waiver, report: Report, settings: Settings) -> bool:
    """Whether a waiver is about a report, and its codes are asked for."""
    codes = (code for code in known_codes() if code.startswith(waiver.codes))
    is_wanted = any(settings.wants(code) for code in codes)
    return is_wanted and waiver.is_about(report.source.name or "")
