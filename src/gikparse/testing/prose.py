"""Strategies for prose: quantities in every notation, sentences, paragraphs."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

import attrs
from hypothesis import strategies as st

from gikparse.facts.measures import measures
from gikparse.nodes.quantities import Bound
from gikparse.testing.numerals import chinese
from gikparse.testing.phrases import phrases
from gikparse.values import Number

#: Approximations by what they say: before the number, inside it, behind the unit.
_BEFORE = {
    Bound.ABOUT: ("约", "近", "将近", "接近", "大约"),
    Bound.AT_LEAST: ("超过", "突破", "不少于", "至少", "逾", "超"),
    Bound.AT_MOST: ("不足", "不到", "不超过", "至多"),
}
_INSIDE = {Bound.AT_LEAST: ("余", "多")}
_BEHIND = {
    Bound.ABOUT: ("左右", "上下"),
    Bound.AT_LEAST: ("以上",),
    Bound.AT_MOST: ("以下", "以内"),
}
_APPROXIMATE = [
    (place, bound, word)
    for place, words in (("before", _BEFORE), ("inside", _INSIDE), ("behind", _BEHIND))
    for bound, listed in words.items()
    for word in listed
]
_EXACT = ("exact", Bound.EXACT, "")
#: A decimal in 万 is exact for numbers of so many digits.
_LARGE = 10_000


class QuantityShape(NamedTuple):
    """What a parser should find of a quantity.

    Attributes:
        text: The quantity as written, approximation and unit included.
        base_value: The number in the base unit.
        base_unit: The base unit.
        bound: How the number limits the true one.

    Example:
        >>> from gikparse.nodes.quantities import Bound
        >>> QuantityShape("约1.3万条", 13000, "条", Bound.ABOUT).base_value
        13000
    """

    text: str
    base_value: Number
    base_unit: str | None
    bound: Bound


@attrs.frozen
class Prose:
    """A paragraph and the quantities that stand in it.

    Attributes:
        text: The paragraph: one line that ends with a full stop.
        quantities: Its quantities, in order.

    Example:
        >>> Prose("一切正常。").quantities
        ()
    """

    text: str
    quantities: tuple[QuantityShape, ...] = ()

    def __add__(self, other: Prose) -> Prose:
        """Both, one behind the other."""
        return Prose(self.text + other.text, self.quantities + other.quantities)


@cache
def known_units() -> tuple[str, ...]:
    """The units that a quantity may have; those that begin like a numeral only behind figures."""
    return tuple(sorted(unit for unit in measures() if unit[0] not in "百千万亿"))


@st.composite
def quantities(draw: st.DrawFn, unit: str | None = None) -> QuantityShape:
    r"""Quantities in the notations that reports know, exact and approximate.

    Args:
        draw: Supplied by Hypothesis.
        unit: The unit; None for any. Shares and large units of money are written in figures.

    Returns:
        A strategy for `QuantityShape`.

    Example:
        >>> from gikparse import parse
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=20, deadline=None)
        ... @given(quantities())
        ... def is_found(quantity):
        ...     (found,) = parse(f"一、概述\n公开信息{quantity.text}。").quantities
        ...     assert (found.text, found.base_value) == (quantity.text, quantity.base_value)
        >>> is_found()
    """
    unit = unit or draw(st.sampled_from(known_units()))
    measure = measures()[unit]
    if unit not in known_units() or measure.kind == "share":
        number: Number = draw(st.decimals("0.01", "99.99", places=2)).normalize()
        written = f"{number:f}"
        place, bound, word = draw(st.sampled_from([_EXACT, *_approximate("before")]))
    else:
        number = draw(st.integers(2, 9999) | st.integers(1, 9999).map(_LARGE.__mul__))
        written = draw(st.sampled_from(_notations(int(number))))
        place, bound, word = draw(st.just(_EXACT) | st.sampled_from(_APPROXIMATE))
    before, inside, behind = (word if place == p else "" for p in ("before", "inside", "behind"))
    base_value = number * measure.factor
    base_value = int(base_value) if base_value == int(base_value) else base_value
    return QuantityShape(
        f"{before}{written}{inside}{unit}{behind}", base_value, measure.base, bound
    )


def _approximate(wanted: str) -> list[tuple[str, Bound, str]]:
    return [found for found in _APPROXIMATE if found[0] == wanted]


def _notations(number: int) -> list[str]:
    written = [str(number), f"{number:,}", chinese(number)]
    if number >= _LARGE:
        written.append(f"{Decimal(number) / _LARGE:f}万")
    return written


@cache  # a strategy is dear to make
def paragraphs() -> st.SearchStrategy[Prose]:
    """Paragraphs of plausible prose, full of marks that open no heading, with their quantities.

    They hold dates, amounts, citations such as 第二十条第（一）项, and 一是…二是….

    Example:
        >>> from hypothesis import find
        >>> prose = find(paragraphs(), lambda prose: prose.text.startswith("收到公开申请"))
        >>> prose.text, [quantity.text for quantity in prose.quantities]
        ('收到公开申请2件，均已按期答复，没有收取任何费用。', ['2件'])
    """
    return st.lists(_sentences(), min_size=1, max_size=3).map(_joined)


@cache
def untitled_paragraphs() -> st.SearchStrategy[Prose]:
    """Paragraphs that cannot be taken for a title, right behind a marker as they stand."""
    first = st.sampled_from(phrases()["untitled"]).flatmap(_filled)
    return st.builds(Prose.__add__, first, st.just(Prose("")) | paragraphs())


@cache
def _sentences() -> st.SearchStrategy[Prose]:
    return st.sampled_from(phrases()["sentences"]).flatmap(_filled)


@cache
def _filled(template: str) -> st.SearchStrategy[Prose]:
    """A sentence with a quantity in the place of each unit in braces."""
    first, *others = template.split("{")
    units, behind = (
        zip(*(other.split("}") for other in others), strict=True) if others else ((), ())
    )

    def together(*found: QuantityShape) -> Prose:
        pieces = (q.text + after for q, after in zip(found, behind, strict=True))
        return Prose(first + "".join(pieces), tuple(found))

    return st.builds(together, *map(quantities, units))


def _joined(parts: list[Prose]) -> Prose:
    whole = Prose("")
    for part in parts:
        whole += part
    return whole
