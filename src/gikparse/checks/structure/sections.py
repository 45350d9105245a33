"""The sections of a report, found once for all rules that go through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.remembering import once_a_report

if TYPE_CHECKING:
    from gikparse.nodes import Section
    from gikparse.report import Report


@once_a_report
def every_section(report: Report) -> tuple[Section, ...]:
    """Every section of a report, in document order; tables have no sections and are passed over."""
    found: list[Section] = []
    stack = list(reversed(report.sections))
    while stack:
        section = stack.pop()
        found.append(section)
        stack.extend(reversed(section.sections))
    return tuple(found)
