"""What holds for every report, whatever its text says."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from gikparse.elision import elide
from gikparse.folding import fold
from gikparse.formats.json import from_dict
from gikparse.nodes import Field, Heading, Metadata, Node, Table
from gikparse.source import Span

if TYPE_CHECKING:
    from gikparse.report import Report

#: What belongs to a block and to none of its leaves, in folded characters.
_OWN_MARKS = {Table: "|:-", Metadata: "|:-•·●■◆*"}


def check_report(report: Report) -> None:
    """Check what gikparse promises of every report.

    Every node lies inside its parent and tells its own text, siblings come in
    order and do not overlap, the report's children tile the text and no
    character but blanks is lost, a section's parent is the nearest section
    before it with a smaller level, diagnostics come in document order, and the
    report survives a round trip through JSON. Takes linear time.

    Args:
        report: Any report.

    Raises:
        AssertionError: Something does not hold; the message names what and where.

    Example:
        >>> from gikparse import parse
        >>> check_report(parse("一、总体情况\\n全年公开12条。"))
    """
    whole = Span(0, len(report.source.text))
    _require(report.span == whole, report, f"the report does not span its text, {whole}")
    for node in report.walk():
        _check_place(node, report)
        _check_inner_spans(node)
        _check_siblings(node)
    _check_tiling(report)
    _check_coverage(report)
    _check_levels(report)
    _check_diagnostics(report)
    _check_identity(report)
    _check_indicators(report)
    _check_json(report)


def _require(holds: bool, node: Node, message: str) -> None:
    if not holds:
        start, end = node.span
        name = node.source.name or "report"
        raise AssertionError(f"{name}: {type(node).__name__}[{start}:{end}]: {message}")


# --- each node


def _check_place(node: Node, report: Report) -> None:
    start, end = node.span
    _require(0 <= start <= end <= report.span.end, node, "the span lies outside the text")
    _require(node.source.text == report.source.text, node, "the node is of another source")
    _require(node.source.text[start:end] == node.text, node, "the text is not that of the span")
    for part in node.parts:
        _require(part in node.span, node, f"the part {part} lies outside the node")
    if node.parts:
        hull = Span(node.parts[0].start, max(part.end for part in node.parts))
        _require(hull == node.span, node, f"the parts span {hull}")


def _check_inner_spans(node: Node) -> None:
    """The named spans of a node lie in it, one behind the other."""
    if isinstance(node, Heading):
        inner = {"marker": node.marker_span, "title": node.title_span}
        at_start = node.marker_span.start == node.span.start
        _require(at_start, node, "the heading does not begin at its marker")
        _require(node.marker_span.width > 0, node, "the marker is empty")
    elif isinstance(node, Field):
        inner = {"label": node.label_span, "value": node.value_span}
    else:
        return
    for name, span in inner.items():
        _require(span in node.span, node, f"the {name} span {span} lies outside the node")
        _require(span.start <= span.end, node, f"the {name} span {span} runs backwards")
    first, second = inner.values()
    _require(first.end <= second.start, node, f"the spans {' and '.join(inner)} overlap")


def _check_siblings(node: Node) -> None:
    children = node.children
    for child in children:
        _require(child.span in node.span, child, f"the node lies outside its parent, {node.span}")
    for left, right in pairwise(children):
        _require(left.span.start <= right.span.start, right, "the node stands before its sibling")
    # Only torn nodes may reach over their siblings, and not even their pieces overlap.
    pieces = [(piece, child) for child in children for piece in child.parts or (child.span,)]
    if any(child.parts for child in children):
        pieces.sort(key=lambda item: item[0])
    for (left_piece, _), (right_piece, child) in pairwise(pieces):
        _require(left_piece.end <= right_piece.start, child, f"{left_piece} overlaps the node")


# --- the tree as a whole


def _check_tiling(report: Report) -> None:
    place = 0
    for child in report.children:
        _require(child.span.start == place, child, f"the tiling has a gap or overlap at {place}")
        place = child.span.end
    _require(place == report.span.end, report, f"the children tile the text up to {place} only")


def _check_coverage(report: Report) -> None:
    """Every character but blanks lies in a leaf, or is a mark that a block owns."""
    text = report.source.text
    folded = fold(text)
    _require(len(folded) == len(text), report, "folding moved offsets")
    covered = bytearray(len(text))
    for elision in elide(folded).elisions:
        covered[elision.span.slice] = b"\1" * elision.span.width
    for node in report.walk():
        if not node.children:
            if node.parts or node is not report:
                _cover(covered, node.parts or (node.span,))
        elif marks := _OWN_MARKS.get(type(node)):
            start, end = node.span
            own = (Span(i, i + 1) for i in range(start, end) if folded[i] in marks)
            _cover(covered, own)
    for place in range(len(text)):
        if not covered[place] and not text[place].isspace():
            stretch = text[place : place + 20]
            _require(False, report, f"no leaf holds what stands at {place}: {stretch!r}")


def _cover(covered: bytearray, spans: Iterable[Span]) -> None:
    for span in spans:
        covered[span.slice] = b"\1" * span.width


def _check_levels(report: Report) -> None:
    """A section's parent is the nearest section before it with a smaller level."""
    groups = [(None, report.sections)]
    while groups:
        parent, sections = groups.pop()
        for section in sections:
            deeper = parent is None or section.level > parent.level
            _require(deeper, section, "the level is no larger than that of the section around it")
            groups.append((section, section.sections))
        for left, right in pairwise(sections):
            beside = right.level <= left.level
            _require(beside, right, "the section belongs into the section before it")


def _check_diagnostics(report: Report) -> None:
    for diagnostic in report.diagnostics:
        for span in (diagnostic.span, *(related.span for related in diagnostic.related)):
            inside = span in report.span and span.start <= span.end
            _require(inside, report, f"{diagnostic.code} lies outside the text: {span}")
    starts = [diagnostic.span.start for diagnostic in report.diagnostics]
    _require(starts == sorted(starts), report, "the diagnostics are not in document order")


def _check_identity(report: Report) -> None:
    for name, span in report.identity.spans.items():
        inside = span in report.span and span.start <= span.end
        _require(inside, report, f"the span of {name} lies outside the text: {span}")
        stated = getattr(report.identity, name, None) is not None
        _require(stated, report, f"{name} has a span and no value")


def _check_indicators(report: Report) -> None:
    for indicator in report.indicators:
        inside = indicator.span in report.span and indicator.span.start <= indicator.span.end
        _require(inside, report, f"{indicator.id} lies outside the text: {indicator.span}")


def _check_json(report: Report) -> None:
    data = report.to_dict()
    _require(from_dict(data) == report, report, "from_dict(report.to_dict()) is another report")
    _require(json.loads(json.dumps(data)) == data, report, "to_dict holds what JSON does not")
