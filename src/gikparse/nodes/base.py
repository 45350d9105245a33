"""What every node of the tree offers: a span, its text, its children, and how to walk them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, TypeVar

import attrs

from gikparse.source import Source, Span

N = TypeVar("N", bound="Node")


@attrs.frozen(kw_only=True, eq=False)
class Node:
    r"""A part of the report, and where it stands in the source.

    Two nodes are equal when they are of one class, stand at one place, and hold
    equal fields, children and text; the source around them does not count.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n全年公开12条。")
        >>> [type(node).__name__ for node in report.walk()]
        ['Report', 'Section', 'Heading', 'Paragraph']
        >>> [type(node).__name__ for node in report.sections[0].children]
        ['Heading', 'Paragraph']
        >>> paragraph = report.find(gikparse.Paragraph)
        >>> [found is paragraph for found in report.find_all(gikparse.Paragraph)]
        [True]
        >>> paragraph.span, paragraph.text == report.source.text[paragraph.span]
        (Span(start=7, end=15), True)
    """

    #: The rule or terminal of `grammars/report.lark` or `grammars/table.lark` that
    #: this class stands for; None for a class that no grammar names.
    RULE: ClassVar[str | None] = None

    #: The text that the span counts in.
    source: Source = attrs.field(repr=False)
    #: Half-open, in code points of `source.text`.
    span: Span
    #: The pieces of a node that the text tears apart; empty for a node in one piece.
    parts: tuple[Span, ...] = attrs.field(
        default=(), repr=lambda parts: repr(parts) if parts else "()"
    )

    @property
    def text(self) -> str:
        """The node exactly as written: `source.text[span]`."""
        return self.source.text[self.span]

    @property
    def children(self) -> tuple[Node, ...]:
        """The nodes directly below this one, in document order."""
        return ()

    def walk(self) -> Iterator[Node]:
        """This node and every node below it, in document order.

        The walk keeps its own stack, so that no nesting is too deep for it.
        """
        stack: list[Node] = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def find_all(self, kind: type[N]) -> Iterator[N]:
        """Every node of a class, in document order, this one included."""
        return (node for node in self.walk() if isinstance(node, kind))

    def find(self, kind: type[N]) -> N | None:
        """The first node of a class in document order, or None."""
        return next(self.find_all(kind), None)

    def _content(self) -> tuple[Any, ...]:
        fields = (f for f in attrs.fields(type(self)) if f.eq and f.name != "source")
        values = (getattr(self, field.name) for field in fields)
        # A leaf is what its text says; a node with children is what they say.
        return (*values, None if self.children else self.text)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Node) or type(self) is not type(other):
            return NotImplemented
        return self._content() == other._content()

    def __hash__(self) -> int:
        return hash((type(self), self.span))
