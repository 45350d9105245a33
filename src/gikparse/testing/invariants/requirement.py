"""How an invariant that does not hold is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gikparse.nodes import Node
    from gikparse.source import Span


def require(holds: bool, node: Node, message: str) -> None:
    """Raise an `AssertionError` that names the text, the node and its place, unless something holds."""
    if not holds:
        start, end = node.span
        name = node.source.name or "report"
        raise AssertionError(f"{name}: {type(node).__name__}[{start}:{end}]: {message}")


def require_inside(span: Span, node: Node, what: str) -> None:
    """Require a span to lie in that of a node."""
    inside = node.span.start <= span.start <= span.end <= node.span.end
    require(inside, node, f"{what} lies outside: {span}")
