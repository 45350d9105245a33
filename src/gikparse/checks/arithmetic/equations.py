"""What must add up in the tables of a form: the rules of the catalogue, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import attrs

from gikparse.data.catalogue import Catalogue
from gikparse.data.form import Form
from gikparse.data.layout import TableKind, TableSpec
from gikparse.data.rules import AtMostRule, BalanceRule, ColumnRule, Rule, SumRule

#: So many forms are kept in mind, of catalogues with tables of their own too.
_FORMS_KEPT = 64


class Key(NamedTuple):
    """A cell of a form: the key of its row (or the id of its column), and that of its column."""

    row: str
    column: str | None


@attrs.frozen(kw_only=True)
class Equation:
    """Cells whose sum is that of other cells, or at most that.

    Attributes:
        rule: The rule of the catalogue.
        parts: The cells of one side; all of them are needed.
        optional: Cells of that side that count where a page has them.
        total: The cells of the other side; of a sum it is one.
        table: The table of the form.
    """

    rule: Rule
    parts: tuple[Key, ...]
    optional: tuple[Key, ...] = ()
    total: tuple[Key, ...]
    table: TableSpec

    @property
    def column(self) -> str | None:
        """The column that it is about; that of its total."""
        return self.total[0].column


@attrs.frozen(kw_only=True)
class Equations:
    """The equations of a form.

    Attributes:
        sums: What adds up.
        limits: What is at most something else.
        groups: For the cell of a row that stands under a heading the cell of the heading,
            which some agencies fill in instead, and all cells that it stands for.
    """

    sums: tuple[Equation, ...]
    limits: tuple[Equation, ...]
    groups: Mapping[Key, tuple[Key, tuple[Key, ...]]]


@lru_cache(_FORMS_KEPT)
def equations_of(catalogue: Catalogue, form: Form) -> Equations:
    """The equations of a form, each for every row or column that it is about."""
    tables = catalogue.forms[form].tables
    found = [equation for table in tables for equation in _of_table(table)]
    groups = [
        (equation.total[0], equation.parts)
        for equation in found
        if isinstance(equation.rule, SumRule) and equation.rule.derived
    ]
    return Equations(
        sums=tuple(e for e in found if _is_sum(e.rule)),
        limits=tuple(e for e in found if isinstance(e.rule, AtMostRule)),
        groups={part: (group, parts) for group, parts in groups for part in parts},
    )


def _is_sum(rule: Rule) -> bool:
    """Whether a document that breaks a rule is wrong."""
    return not isinstance(rule, AtMostRule) and not (
        isinstance(rule, SumRule) and (rule.derived or rule.usual)
    )


def _of_table(table: TableSpec) -> Iterator[Equation]:
    columns = [column.key for column in table.columns if not column.optional]
    for rule in table.rules:
        if isinstance(rule, ColumnRule):
            for row in table.rows:
                parts = tuple(Key(row.key, part) for part in rule.parts)
                total = (Key(row.key, rule.total),)
                yield Equation(rule=rule, parts=parts, total=total, table=table)
            continue
        for column in [None] if table.kind is TableKind.SINGLE else columns:
            yield _in_column(rule, column, table)


def _in_column(
    rule: SumRule | BalanceRule | AtMostRule, column: str | None, table: TableSpec
) -> Equation:
    def cells(*rows: str) -> tuple[Key, ...]:
        return tuple(Key(row, column) for row in rows)

    if isinstance(rule, SumRule):
        return Equation(
            rule=rule,
            parts=cells(*rule.parts),
            optional=cells(*rule.optional),
            total=cells(rule.total),
            table=table,
        )
    if isinstance(rule, BalanceRule):
        return Equation(rule=rule, parts=cells(*rule.left), total=cells(*rule.right), table=table)
    return Equation(rule=rule, parts=cells(rule.part), total=cells(rule.whole), table=table)
