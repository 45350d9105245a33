"""The nodes of a report, gathered once for all rules that go through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.remembering import once_a_report
from gikparse.nodes import Section, Table

if TYPE_CHECKING:
    from gikparse.nodes import Node
    from gikparse.report import Report


@once_a_report
def every_node(report: Report) -> tuple[Node, ...]:
    """Every node under a report in document order, tables without what is inside them.

    The report is not among them: what is kept of it while it lives must not keep it alive.
    """
    found: list[Node] = []
    stack: list[Node] = [*reversed(report.children)]
    while stack:
        node = stack.pop()
        found.append(node)
        if not isinstance(node, Table):
            stack.extend(reversed(node.children))
    return tuple(found)


@once_a_report
def every_section(report: Report) -> tuple[Section, ...]:
    """Every section of a report, in document order."""
    return tuple(node for node in every_node(report) if isinstance(node, Section))
