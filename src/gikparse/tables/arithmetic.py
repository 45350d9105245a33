"""The form's arithmetic as glued figures need it: sums within a row, equations between rows."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from gikparse.data.layout import ColumnSpec, TableKind, TableSpec
from gikparse.data.rules import BalanceRule, SumRule
from gikparse.tables.glued import Sum
from gikparse.tables.headers import Slot
from gikparse.tables.settling import Equation


def sums_of(slots: Sequence[Slot]) -> list[Sum]:
    """What adds up within a row that has these columns, by their places."""
    places = {_name(s.column): place for place, s in enumerate(slots) if s.column is not None}
    return [
        Sum(total=place, parts=tuple(places[part] for part in slot.column.sum))
        for place, slot in enumerate(slots)
        if slot.column is not None and slot.column.sum and places.keys() >= set(slot.column.sum)
    ]


def _name(column: ColumnSpec) -> str:
    return column.id or column.key or column.text


def equations_of(table: TableSpec, present: Container[str]) -> Iterator[Equation]:
    """What adds up between the rows of a table, as far as the page has them.

    Args:
        table: The table.
        present: The keys of the rows that the page has.
    """
    if table.kind is TableKind.SINGLE:
        return
    for rule in table.rules:
        if isinstance(rule, SumRule) and not rule.derived and not rule.usual:
            parts = (*rule.parts, *(part for part in rule.optional if part in present))
            yield Equation(terms=((rule.total, -1), *((part, 1) for part in parts)))
        elif isinstance(rule, BalanceRule):
            left, right = ((row, 1) for row in rule.left), ((row, -1) for row in rule.right)
            yield Equation(terms=(*left, *right))
