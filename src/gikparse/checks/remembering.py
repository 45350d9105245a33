"""Let rules share what they find out about a report."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Callable

    from gikparse.indicators import IndicatorSet
    from gikparse.report import Report

T = TypeVar("T")


def once_a_report(function: Callable[[Report], T]) -> Callable[[Report], T]:
    """Let a function of a report run once for each report, however many rules ask for it.

    What it returns is kept as long as the report is. A report is known by its
    indicators, which are its own: to compare whole reports would take long.
    """
    kept: WeakKeyDictionary[IndicatorSet, T] = WeakKeyDictionary()

    @wraps(function)
    def remembered(report: Report) -> T:
        known = report.indicators
        try:
            return kept[known]
        except KeyError:
            found = kept[known] = function(report)
            return found

    return remembered
