"""What holds for the tree of every report."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from gikparse.elision import elide
from gikparse.folding import fold
from gikparse.nodes import Field, Heading, Metadata, Node, Section, Table
from gikparse.source import Span
from gikparse.testing.invariants.requirement import require, require_inside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gikparse.report import Report

#: What belongs to a block and to none of its leaves, in folded characters.
_OWN_MARKS = {Table: "|:-─━═", Metadata: "|:-•·●■◆*"}


def check_tree(report: Report) -> None:
    """Check places, nesting, tiling, coverage and levels."""
    whole = Span(0, len(report.source.text))
    require(report.span == whole, report, f"the report does not span its text, {whole}")
    for node in report.walk():
        _check_place(node, report)
        _check_inner_spans(node)
        _check_siblings(node)
    _check_tiling(report)
    _check_coverage(report)
    _check_levels(report)


# --- each node


def _check_place(node: Node, report: Report) -> None:
    start, end = node.span
    require(0 <= start <= end <= report.span.end, node, "the span lies outside the text")
    require(node.source.text == report.source.text, node, "the node is of another source")
    require(node.source.text[start:end] == node.text, node, "the text is not that of the span")
    for part in node.parts:
        require_inside(part, node, "a part")
    if node.parts:
        hull = Span(node.parts[0].start, max(part.end for part in node.parts))
        require(hull == node.span, node, f"the parts span {hull}")


def _check_inner_spans(node: Node) -> None:
    """The named spans of a node lie in it, one behind the other."""
    if isinstance(node, Heading):
        first, second = node.marker_span, node.title_span
        require(first.start == node.span.start, node, "the heading does not begin at its marker")
        require(first.width > 0, node, "the marker is empty")
    elif isinstance(node, Field):
        first, second = node.label_span, node.value_span
    else:
        return
    require_inside(first, node, "the marker or label")
    require_inside(second, node, "the title or value")
    require(first.end <= second.start, node, f"{first} overlaps {second}")


def _check_siblings(node: Node) -> None:
    children = node.children
    for child in children:
        require_inside(child.span, node, f"a {type(child).__name__}")
    for left, right in pairwise(children):
        require(left.span.start <= right.span.start, right, "the node stands before its sibling")
    # Only torn nodes may reach over their siblings, and not even their pieces overlap.
    pieces = [(piece, child) for child in children for piece in child.parts or (child.span,)]
    if any(child.parts for child in children):
        pieces.sort(key=lambda item: item[0])
    for (left_piece, _), (right_piece, child) in pairwise(pieces):
        require(left_piece.end <= right_piece.start, child, f"{left_piece} overlaps the node")


# --- the tree as a whole


def _check_tiling(report: Report) -> None:
    place = 0
    for child in report.children:
        require(child.span.start == place, child, f"the tiling has a gap or overlap at {place}")
        place = child.span.end
    require(place == report.span.end, report, f"the children tile the text up to {place} only")


def _check_coverage(report: Report) -> None:
    """Every character but blanks lies in a leaf, is a mark that a block owns, or was elided."""
    text = report.source.text
    folded = fold(text)
    covered = bytearray(len(text))
    _cover(covered, (elision.span for elision in elide(folded).elisions))
    for node in report.walk():
        if marks := _OWN_MARKS.get(type(node)):
            start, end = node.span
            _cover(covered, (Span(i, i + 1) for i in range(start, end) if folded[i] in marks))
        if not node.children and node is not report:
            _cover(covered, node.parts or (node.span,))
    for place, character in enumerate(text):
        if not covered[place] and not character.isspace():
            lost = text[place : place + 20]
            raise AssertionError(f"no leaf holds what stands at {place}: {lost!r}")


def _cover(covered: bytearray, spans: Iterable[Span]) -> None:
    for span in spans:
        covered[span.slice] = b"\1" * span.width


def _check_levels(report: Report) -> None:
    """A section's parent is the nearest section before it with a smaller level."""
    for left, right in pairwise(report.sections):
        require(right.level <= left.level, right, "the section belongs into the one before it")
    for section in report.find_all(Section):
        for inner in section.sections:
            require(inner.level > section.level, inner, "the level is not that of a part")
        for left, right in pairwise(section.sections):
            require(right.level <= left.level, right, "the section belongs into the one before it")
