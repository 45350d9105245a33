"""Breakdowns: a total that a sentence states, and its parts."""

from __future__ import annotations

import attrs

from gikparse.nodes.quantities import Quantity
from gikparse.source import Span


@attrs.frozen(kw_only=True)
class Part:
    r"""A part of a total.

    Attributes:
        name_span: What the sentence calls it.
        quantity: Its figure.
        id: Its indicator, where it is one of the catalogue.

    Example:
        >>> from gikparse import parse
        >>> [found] = parse("一、概述\n收到申请12件：网络申请9件，信函申请3件。").breakdowns
        >>> [(part.name, part.quantity.value) for part in found.parts]
        [('网络申请', 9), ('信函申请', 3)]
    """

    name_span: Span
    quantity: Quantity
    id: str | None = None

    @property
    def name(self) -> str:
        """What the sentence calls it, as written."""
        return self.quantity.source.text[self.name_span]


@attrs.frozen(kw_only=True)
class Breakdown:
    r"""A total and the parts that a sentence names of it.

    Attributes:
        total: The total.
        id: Its indicator, where it is one of the catalogue.
        parts: The parts, in order.
        whole: Whether the list claims to be all there is, so that its parts add up to
            the total. A colon, 分为 and 其他 at the end claim it; 其中, 等 and 主要
            claim nothing, and channels overlap.
        overlaps: Whether parts may count the same thing twice, as channels do.

    Example:
        >>> from gikparse import parse
        >>> [found] = parse("一、概述\n收到申请12件：网络申请9件，信函申请3件。").breakdowns
        >>> found.total.value, [part.quantity.value for part in found.parts], found.overlaps
        (12, [9, 3], True)
        >>> found.total.source.text[found.span]
        '12件：网络申请9件，信函申请3件'
    """

    total: Quantity
    id: str | None = None
    parts: tuple[Part, ...]
    whole: bool
    overlaps: bool = False

    @property
    def span(self) -> Span:
        """From the total or the first part to the last part."""
        spans = [self.total.span, *(part.quantity.span for part in self.parts)]
        return Span(min(s.start for s in spans), max(s.end for s in spans))
