"""Pair reports: which of several is that of the same agency for the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.agencies import agency_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gikparse.report import Report


def pair_with_previous(reports: Iterable[Report]) -> tuple[tuple[Report, Report | None], ...]:
    """Each report with that of the same agency for the year before.

    Agencies are compared by `gikparse.agency_key`. A report that states no agency or no year has no partner, nor has one whose year
    before is there twice: nothing tells which of the two is right.

    Args:
        reports: Reports of any agencies and years, in any order.

    Returns:
        The reports in the order given, each with its partner or None.

    Example:
        >>> from gikparse import parse
        >>> this, last = (parse(f"青禾县{year}年政府信息公开工作年度报告") for year in (2024, 2023))
        >>> [previous and previous.year for _, previous in pair_with_previous([this, last])]
        [2023, None]
    """
    given = tuple(reports)
    known: dict[tuple[str, int], list[Report]] = {}
    for report in given:
        if report.agency and report.year:
            known.setdefault((agency_key(report.agency).key, report.year), []).append(report)
    return tuple((report, _partner(report, known)) for report in given)


def _partner(report: Report, known: dict[tuple[str, int], list[Report]]) -> Report | None:
    if not (report.agency and report.year):
        return None
    before = known.get((agency_key(report.agency).key, report.year - 1), [])
    return before[0] if len(before) == 1 else None
