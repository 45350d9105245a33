"""Between which numbers the true one lies that a sentence states more or less exactly."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from gikparse.checks.text.proofreading import proofreading
from gikparse.folding import fold
from gikparse.nodes.quantities import Bound, Quantity
from gikparse.values import Number


class Bounds(NamedTuple):
    """The least and the greatest number that a statement leaves open; None for no limit.

    Example:
        >>> Bounds(800, None).holds(4000), Bounds(12, 12).holds(13)
        (True, False)
    """

    least: Number | None
    most: Number | None

    @property
    def is_exact(self) -> bool:
        """Whether there is only one number."""
        return self.least is not None and self.least == self.most

    def holds(self, number: Number) -> bool:
        """Whether a number may be the true one."""
        above = self.least is None or self.least <= number
        return above and (self.most is None or number <= self.most)

    def meets(self, other: Bounds) -> bool:
        """Whether one number may be meant by both."""
        return _not_above(self.least, other.most) and _not_above(other.least, self.most)

    def __str__(self) -> str:
        """The numbers as mathematics writes them: 12, ≥800, ≤100."""
        if self.is_exact:
            return str(self.least)
        if self.most is None:
            return f"≥{self.least}" if self.least is not None else "?"
        return f"≤{self.most}"


def _not_above(least: Number | None, most: Number | None) -> bool:
    return least is None or most is None or least <= most


def bounds_of(quantity: Quantity) -> Bounds:
    """What a quantity leaves open, in its base unit: 800余条 is at least 800, 近百条 at most 100."""
    value = quantity.base_value
    if quantity.bound is Bound.EXACT:
        return Bounds(value, value)
    if quantity.bound is Bound.AT_LEAST:
        return Bounds(value, None)
    is_near = fold(quantity.text).startswith(tuple(proofreading()["near"]))
    return Bounds(None, value if quantity.bound is Bound.AT_MOST or is_near else None)


def add_bounds(statements: Iterable[Bounds]) -> Bounds:
    """What the sum of counts can be: a count is never less than 0.

    Example:
        >>> add_bounds([Bounds(2814, 2814), Bounds(800, None)])
        Bounds(least=3614, most=None)
    """
    least: Number = 0
    most: Number | None = 0
    for statement in statements:
        least += statement.least or 0
        most = None if most is None or statement.most is None else most + statement.most
    return Bounds(least, most)
