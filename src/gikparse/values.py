"""What a value cell says: a number, zero, nothing, not applicable, or words."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from gikparse.data.catalogue import default_catalogue
from gikparse.data.files import read_toml
from gikparse.folding import fold
from gikparse.grammar import pattern

Number = int | Decimal


class Semantic(Enum):
    """What the content of a value cell means. `EMPTY` and `NA` are never 0."""

    #: A number other than zero.
    NUMERIC = "numeric"
    #: The figure 0.
    ZERO = "zero"
    #: Nothing was filled in.
    EMPTY = "empty"
    #: The figure does not apply: —, /, 不适用.
    NA = "na"
    #: Words: 详见附表.
    TEXT = "text"
    #: A figure that could be read in more than one way, or not be placed.
    AMBIGUOUS = "ambiguous"


class Value(NamedTuple):
    """The reading of a value cell.

    Attributes:
        semantic: What the content means.
        number: The figure as written, None unless `NUMERIC` or `ZERO`.
        unit: The unit in the cell, None where it has none.
    """

    semantic: Semantic
    number: Number | None = None
    unit: str | None = None


EMPTY = Value(Semantic.EMPTY)
AMBIGUOUS = Value(Semantic.AMBIGUOUS)


def read_value(text: str) -> Value:
    """Read the content of a value cell.

    Args:
        text: The content, as written.

    Returns:
        The reading. Whole numbers are `int`, others exact `Decimal`.

    Example:
        >>> [read_value(t).number for t in ("1,234", "３４１５．７４", "-6", "251000元")]
        [1234, Decimal('3415.74'), -6, 251000]
        >>> [read_value(t).semantic.name for t in ("０", "", "—", "详见附表")]
        ['ZERO', 'EMPTY', 'NA', 'TEXT']
    """
    bare = "".join(fold(text).split())
    zero, empty, na = _marks()
    if bare in empty:
        return EMPTY
    if bare in na:
        return Value(Semantic.NA)
    match = pattern("values", "NUMBER").match(bare)
    if match is None:
        return Value(Semantic.ZERO, 0) if bare in zero else Value(Semantic.TEXT)
    unit = bare[match.end() :]
    if unit and not pattern("values", "UNIT").fullmatch(unit):
        return Value(Semantic.TEXT)
    number = _number(match.group())
    return Value(Semantic.NUMERIC if number else Semantic.ZERO, number, unit or None)


def is_value(text: str) -> bool:
    """Whether a cell without blanks holds a figure or one of the marks that stand for none."""
    return read_value(text).semantic is not Semantic.TEXT


def in_base_unit(number: Number, unit: str | None) -> Number:
    """A figure in the base unit of its unit: 元 for 万元.

    Example:
        >>> in_base_unit(Decimal("1.5"), "万元"), in_base_unit(3, "件")
        (15000, 3)
    """
    factor = _units().get(unit or "", {}).get("factor", 1)
    return _whole(number * factor)


def base_unit(unit: str | None) -> str | None:
    """The base unit of a unit; the unit itself where it is not known."""
    if unit is None:
        return None
    base: str = _units().get(unit, {}).get("base", unit)
    return base


def _number(written: str) -> Number:
    return _whole(Decimal(written.replace(",", "")))


def _whole(number: Number) -> Number:
    return int(number) if number == int(number) else number


@cache
def _marks() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    cells = default_catalogue().cells
    zero, empty, na = (
        frozenset("".join(fold(mark).split()) for mark in marks)
        for marks in (cells.zero, cells.empty, cells.na)
    )
    return zero, empty, na


@cache
def _units() -> dict[str, dict[str, Any]]:
    units: dict[str, dict[str, Any]] = read_toml("units")["units"]
    return units
