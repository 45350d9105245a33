"""Quantities: what a sentence counts or measures."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import ClassVar, Protocol

import attrs

from gikparse.nodes.base import Node
from gikparse.source import Span


class Bound(Enum):
    r"""How a stated number limits the true one.

    Example:
        >>> from gikparse import parse
        >>> [quantity.bound.name for quantity in parse("一、概述\n约12条，超过3件，5次。").quantities]
        ['ABOUT', 'AT_LEAST', 'EXACT']
    """

    #: 12条
    EXACT = "exact"
    #: 约12条, 近百条, 12条左右
    ABOUT = "about"
    #: 800余条, 超过12条, 12条以上
    AT_LEAST = "at_least"
    #: 不足12条, 12条以内
    AT_MOST = "at_most"


@attrs.frozen(kw_only=True, eq=False)
class Quantity(Node):
    r"""A number in a sentence, with its approximation and its unit.

    Dates, years, ordinals, numbers of documents and articles, telephone numbers and
    numbers in names are no quantities.

    Attributes:
        number_span: The numeral alone, without approximation and unit.
        value: The number as written; 0.03 in 0.03万元, 13000 in 1.3万余条.
        unit: The unit as written, simplified and without approximation; None for a
            bare number.
        bound: How the number limits the true one.
        kind: What the unit measures (`item`, `event`, `person`, `money`, `share`,
            `duration`, `measure`, `score`), None for a bare number.
        base_value: The number in the base unit: 300 for 0.03万元.
        base_unit: The base unit: 元 for 万元.

    Example:
        >>> from gikparse import parse
        >>> (quantity,) = parse("一、概述\n全年网站访问量突破70万次。").quantities
        >>> quantity.text, quantity.value, quantity.unit, quantity.bound
        ('突破70万次', 700000, '次', <Bound.AT_LEAST: 'at_least'>)
    """

    RULE: ClassVar[str] = "quantity"

    number_span: Span
    value: int | Decimal
    unit: str | None = None
    bound: Bound = Bound.EXACT
    kind: str | None = None
    base_value: int | Decimal
    base_unit: str | None = None


class QuantityFinder(Protocol):
    """Finds the quantities of a source when somebody asks for them."""

    def within(self, span: Span) -> tuple[Quantity, ...]:
        """The quantities in a stretch of prose, in document order."""
