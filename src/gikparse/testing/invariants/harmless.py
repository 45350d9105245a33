"""What stays as it is when a text is written otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from gikparse.folding import fold
from gikparse.parser import parse
from gikparse.testing.content import content_of
from gikparse.testing.invariants.requirement import require
from gikparse.testing.rewriting import to_full_width, to_traditional, with_blank_lines

if TYPE_CHECKING:
    from gikparse.report import Report


def check_harmless_changes(report: Report) -> None:
    """Check that width, script and blank lines change nothing."""
    found = list(_places(report))
    text = report.source.text
    for change, rewritten in (
        ("in half width and Simplified", fold(text)),
        ("in full width", to_full_width(text)),
        ("in Traditional characters", to_traditional(text)),
    ):
        if rewritten != text and fold(rewritten) == fold(text):
            _require_same(report, found, list(_places(_parse(rewritten, report))), change)
    spaced = with_blank_lines(report)
    if spaced != text:
        here, there = content_of(report), content_of(_parse(spaced, report))
        for name, before, after in zip(here._fields, here, there, strict=True):
            _require_same(report, before, after, f"with blank lines, of {name},")


def _parse(text: str, report: Report) -> Report:
    """Another text, with what a caller may have said of the report."""
    return parse(
        text,
        name=report.source.name,
        title=report.title,
        agency=report.agency,
        year=report.year,
        catalogue=report.catalogue,
    )


def _places(report: Report) -> Iterator[tuple[Any, ...]]:
    """The nodes and figures with their places."""
    for node in report.walk():
        yield type(node).__name__, node.span, node.parts
    for q in report.quantities:
        yield "quantity", q.span, q.value, q.bound, q.base_value
    for i in report.indicators:
        yield i.id, i.column, i.span, i.semantic, i.value, i.base_value


def _require_same(report: Report, before: list[Any], after: list[Any], change: str) -> None:
    pairs = zip([*before, None], [*after, None], strict=False)
    first = next(((a, b) for a, b in pairs if a != b), None)
    if first is not None:
        require(False, report, f"{change} {first[0]} is {first[1]}")
