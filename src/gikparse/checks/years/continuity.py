"""What two reports state of one figure in consecutive years."""

from __future__ import annotations

from functools import cache
from typing import Any

from gikparse.checks.arithmetic.judging import is_certain
from gikparse.data.files import read_toml
from gikparse.diagnostics import Related
from gikparse.indicators import Indicator, Origin
from gikparse.report import Report


@cache
def continuity() -> dict[str, Any]:
    """The data that the rules about two years go by."""
    return read_toml("continuity")


def are_consecutive(report: Report, previous: Report) -> bool:
    """Whether a report may be that of the year before; where a year is not stated, the caller knows."""
    if report.year is None or previous.year is None:
        return True
    return previous.year + 1 == report.year


def cell(report: Report, id_: str, column: str | None) -> Indicator | None:
    """The cell that states a figure; None where there is none, or more than one."""
    stated = report.indicators.values(id_)
    found = [i for i in stated if i.origin is Origin.TABLE and i.column == column]
    known = len(found) == 1 and found[0].value is not None and is_certain(found[0])
    return found[0] if known else None


def then(indicator: Indicator, previous: Report) -> Related:
    """A figure in the report of the year before as a place that explains a finding."""
    year = previous.year or "the year before"
    return Related(
        span=indicator.span,
        message=f"{indicator.label} in the report of {year}: {indicator.value}",
        chinese=f"{previous.year or '上'}年度报告中“{indicator.label}”为{indicator.value}",
        value=indicator.value,
        source=previous.source,
    )


def now(indicator: Indicator, english: str, chinese: str) -> Related:
    """Another figure of the report itself as such a place."""
    return Related(
        span=indicator.span,
        message=f"{english}: {indicator.value}",
        chinese=f"{chinese}为{indicator.value}",
        value=indicator.value,
    )
