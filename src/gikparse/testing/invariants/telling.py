"""What holds for what is told of every report: diagnostics, identity, JSON."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from gikparse.checks import check
from gikparse.formats.json import from_dict
from gikparse.testing.invariants.requirement import require, require_inside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report


def check_telling(report: Report) -> None:
    """Check diagnostics and identity."""
    _check_diagnostics(report, report.diagnostics, "the diagnostics")
    _check_diagnostics(report, report.indicators.diagnostics, "the diagnostics of the tables")
    _check_diagnostics(report, check(report), "what the linter finds")
    for name, span in report.identity.spans.items():
        require_inside(span, report, f"the {name}")
        stated = getattr(report.identity, name) is not None
        require(stated, report, f"the {name} has a span and no value")


def _check_diagnostics(report: Report, found: Sequence[Diagnostic], what: str) -> None:
    for diagnostic in found:
        require_inside(diagnostic.span, report, diagnostic.code)
        for related in diagnostic.related:
            require_inside(related.span, report, f"what is related to {diagnostic.code}")
    in_order = all(a.span.start <= b.span.start for a, b in pairwise(found))
    require(in_order, report, f"{what} are not in document order")


def check_json(report: Report) -> None:
    """Check that the report survives a round trip through JSON."""
    data = report.to_dict()
    require(json.loads(json.dumps(data)) == data, report, "to_dict holds what JSON does not")
    require(from_dict(data) == report, report, "from_dict(report.to_dict()) is another report")
