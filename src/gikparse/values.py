"""What a value cell says: a number, zero, nothing, not applicable, or words."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from gikparse.data.catalogue import default_catalogue
from gikparse.data.files import read_toml
from gikparse.folding import fold
from gikparse.grammar import pattern

Number = int | Decimal

#: So many readings are kept in mind: most cells hold small figures.
READINGS_KEPT = 4096


class Semantic(Enum):
    """What the content of a value cell means. `EMPTY` and `NA` are never 0.

    Example:
        >>> [read_value(cell).semantic.name for cell in ("12", "0", "", "—", "详见附表")]
        ['NUMERIC', 'ZERO', 'EMPTY', 'NA', 'TEXT']
    """

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
NA = Value(Semantic.NA)
TEXT = Value(Semantic.TEXT)
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
    return read_folded("".join(fold(text).split()))


@lru_cache(READINGS_KEPT)
def read_folded(bare: str) -> Value:
    """Read a cell that is folded already and has no blanks: see `read_value`."""
    if bare in _marks():
        return _marks()[bare]
    match = pattern("values", "NUMBER").match(bare)
    if match is None:
        return TEXT
    unit = bare[match.end() :]
    if unit and not pattern("values", "UNIT").fullmatch(unit):
        return TEXT
    number = _whole(Decimal(match.group().replace(",", "")))
    return Value(Semantic.NUMERIC if number else Semantic.ZERO, number, unit or None)


def in_base_unit(number: Number, unit: str | None) -> Number:
    """A figure in the base unit of its unit: 元 for 万元.

    Example:
        >>> in_base_unit(Decimal("1.5"), "万元"), in_base_unit(3, "件")
        (15000, 3)
    """
    known = _units().get(unit or "")
    return number if known is None else _whole(number * known.factor)


def base_unit(unit: str | None) -> str | None:
    """The base unit of a unit; the unit itself where it is not known.

    Example:
        >>> base_unit("万元"), base_unit("册")
        ('元', '册')
    """
    known = _units().get(unit or "")
    return unit if known is None else known.base


def is_counted(unit: str) -> bool:
    """Whether a unit counts single things, so that half of one is none.

    Example:
        >>> is_counted("件"), is_counted("万元"), is_counted("%"), is_counted("册")
        (True, False, False, False)
    """
    known = _units().get(unit)
    return known is not None and known.kind in _COUNTED


def _whole(number: Number) -> Number:
    return int(number) if number == int(number) else number


@cache
def _marks() -> dict[str, Value]:
    """What the marks mean that are no plain numbers."""
    cells = default_catalogue().cells
    kinds = (
        (cells.empty, EMPTY),
        (cells.na, NA),
        (cells.zero, Value(Semantic.ZERO, 0)),
    )
    return {
        bare: value
        for marks, value in kinds
        for mark in marks
        # 0件 is read as a figure, with its unit.
        if not pattern("values", "NUMBER").match(bare := "".join(fold(mark).split()))
    }


#: The kinds of units that count single things.
_COUNTED = frozenset({"item", "event", "person"})


class _Unit(NamedTuple):
    kind: str
    base: str
    factor: int


@cache
def _units() -> dict[str, _Unit]:
    units = read_toml("units")["units"]
    return {name: _Unit(unit["kind"], unit["base"], unit["factor"]) for name, unit in units.items()}
