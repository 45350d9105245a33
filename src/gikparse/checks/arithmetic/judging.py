"""Judge equations by the figures of a sheet: they hold, are broken, or nothing can be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from gikparse.checks.arithmetic.equations import Equation, Equations, Key
from gikparse.checks.arithmetic.sheets import Sheet
from gikparse.data.rules import SumRule
from gikparse.folding import fold
from gikparse.grammar import pattern
from gikparse.indicators import Indicator
from gikparse.values import Number

#: Fewer parts, none of which a form demands, may be some of many: then the total may be greater.
FEWEST_PARTS = 3
#: No unit has more characters: 人次, 万元.
LONGEST_UNIT = 3


@attrs.frozen(kw_only=True, slots=False, eq=False)
class Sum:
    """An equation with its figures, all of which are known.

    Attributes:
        equation: The equation.
        parts: What is added.
        total: What the parts should add up to.
    """

    equation: Equation
    parts: tuple[Indicator, ...]
    total: tuple[Indicator, ...]

    @cached_property
    def added(self) -> Number:
        """What the parts add up to, in the base unit."""
        return sum(map(figure, self.parts))

    @cached_property
    def stated(self) -> Number:
        """What they should add up to, in the base unit."""
        return sum(map(figure, self.total))

    @property
    def operands(self) -> tuple[Indicator, ...]:
        """All figures of the equation."""
        return (*self.parts, *self.total)


def figure(indicator: Indicator) -> Number:
    """The figure of a cell that states one, in the base unit."""
    return indicator.base_value or 0


def is_certain(indicator: Indicator) -> bool:
    """Whether nothing touches a figure but its unit.

    Where labels and figures are glued together, they were told apart by these very equations,
    or by what a line end happens to divide: that proves nothing.
    """
    text = indicator.table.source.text if indicator.table else ""
    start, end = indicator.span
    before, behind = fold(text[max(start - 1, 0) : start]), fold(text[end : end + LONGEST_UNIT])
    unit = pattern("values", "UNIT").match(behind)
    return not any(map(_touches, (before, behind[unit.end() if unit else 0 :])))


def _touches(beside: str) -> bool:
    return bool(beside) and pattern("proofreading", "DIVIDER").match(beside) is None


def broken_sums(equations: Equations, sheet: Sheet) -> tuple[list[Sum], set[Key]]:
    """The sums of a sheet that do not hold, and the cells of those that do.

    Most equations hold, and most sheets have no fault: so all are first
    computed with the figures as written, and looked at closely only where they differ.
    """
    values = sheet.values
    broken: list[Sum] = []
    holding: set[Key] = set()
    for equation in equations.sums:
        total = _add(values, equation.total)
        parts = total is not None and _parts(equation, equations, sheet)
        if total is None or not parts:
            continue
        added = _add(values, parts)
        if added == total:
            holding.update(parts, equation.total)
        elif added is not None and (judged := _broken(equation, parts, sheet)):
            broken.append(judged)
    return broken, holding


def _add(values: Mapping[Key, Number], keys: Iterable[Key]) -> Number | None:
    """The sum of some cells, None where one of them states no figure."""
    try:
        return sum([values[key] for key in keys])
    except KeyError:
        return None


def _parts(equation: Equation, equations: Equations, sheet: Sheet) -> tuple[Key, ...]:
    """The cells that an equation adds up.

    A heading that is filled in stands for the rows under it, where the page has none of them.
    """
    cells, parts = sheet.cells, equation.parts
    if not cells.keys() >= set(parts):
        parts = tuple(dict.fromkeys(_filled_in(parts, equations, sheet)))
    if equation.optional:
        parts += tuple(key for key in equation.optional if key in cells)
    return parts


def _filled_in(parts: tuple[Key, ...], equations: Equations, sheet: Sheet) -> Iterator[Key]:
    for key in parts:
        group, rows = equations.groups.get(key, (key, ()))
        stands_for = group in sheet.cells and set(rows) <= set(parts)
        yield group if stands_for and not any(row in sheet.cells for row in rows) else key


def _broken(equation: Equation, keys: tuple[Key, ...], sheet: Sheet) -> Sum | None:
    """The sum, if it is broken for certain."""
    judged = Sum(
        equation=equation,
        parts=tuple(sheet.cells[key] for key in keys),
        total=tuple(sheet.cells[key] for key in equation.total),
    )
    units = {i.base_unit for i in judged.operands}
    if len(units) > 1 or not all(map(is_certain, judged.operands)):
        return None
    return None if judged.stated == judged.added or _lacks_parts(judged, sheet) else judged


def _lacks_parts(judged: Sum, sheet: Sheet) -> bool:
    """Whether parts may be missing that nobody knows of, so that a greater total is no fault."""
    if judged.stated < judged.added:
        return False
    rule = judged.equation.rule
    loose = isinstance(rule, SumRule) and not rule.parts
    if sheet.strays or (loose and len(judged.parts) < FEWEST_PARTS):
        return True
    return any(_is_named(key, judged, sheet) for key in judged.equation.optional)


def _is_named(key: Key, judged: Sum, sheet: Sheet) -> bool:
    """Whether the page has the label of a row, and no cell for it: what was empty left no trace."""
    table = judged.total[0].table
    row = judged.equation.table.row(key.row)
    if table is None or row is None or key in sheet.cells:
        return False
    text = "".join(fold(table.text).split())
    return any(name in text for name in map(fold, row.names))
