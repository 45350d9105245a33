"""Whether the specs fit together: names that exist, labels that can be told apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from gikparse.data.layout import TableKind, TableSpec
from gikparse.data.rules import ColumnRule, Rule
from gikparse.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gikparse.data.specs import FormSpec, IndicatorSpec, Lookalikes


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown word: what is nearest to it, or "".

    Example:
        >>> did_you_mean("request.recieved", ["request.received", "review"])
        '; did you mean request.received?'
    """
    # Only a mistake pays for this import.
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=3)
    return f"; did you mean {' or '.join(near)}?" if near else ""


def check_table(table: TableSpec, where: str) -> None:
    """Make sure that a table's rules name its rows and that its labels can be told apart.

    Args:
        table: The table.
        where: What messages call it.

    Raises:
        UsageError: A rule names what is not there, two rows or columns share a
            name, or two of them that stand side by side share a wording.
    """
    rows = [row.key for row in table.rows]
    columns = [column.id or column.key or "" for column in table.columns if not column.optional]
    _check_once(rows, f"{where}: the row")
    _check_once(columns, f"{where}: the column")
    for rule in table.rules:
        by_column = isinstance(rule, ColumnRule) or table.kind is TableKind.SINGLE
        known = columns if by_column else rows
        for name in _names_in(rule):
            if name not in known:
                hint = did_you_mean(name, known)
                raise UsageError(f"{where}: a rule names {name!r}, which the table has not{hint}")
    _check_wordings(table, where)


def _names_in(rule: Rule) -> Iterator[str]:
    for value in attrs.astuple(rule, recurse=False):
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


def _check_wordings(table: TableSpec, where: str) -> None:
    rows = (((row.parent, name), row.label) for row in table.rows for name in row.names)
    columns = (
        ((column.path[:-1], name), "/".join(column.path))
        for column in table.columns
        for name in column.names
    )
    owners: dict[tuple[object, str], str] = {}
    for place, owner in (*rows, *columns):
        if place in owners:
            raise UsageError(f"{where}: {place[1]!r} names both {owners[place]} and {owner}")
        owners[place] = owner


def check_specs(
    forms: Sequence[FormSpec],
    indicators: Sequence[IndicatorSpec],
    lookalikes: Sequence[Lookalikes],
) -> None:
    """Make sure that every id that a form, a parent or a group names is an indicator.

    Raises:
        UsageError: It is not, an id is there twice, or two tables of a form have the same key.
    """
    ids = [spec.id for spec in indicators]
    _check_once(ids, "the indicator")
    known = set(ids)
    for where, id_ in _ids_used(forms, indicators, lookalikes):
        if id_ not in known:
            raise UsageError(f"{where}: there is no indicator {id_!r}{did_you_mean(id_, ids)}")
    for form in forms:
        _check_once([table.key for table in form.tables], f"{form.form.value}: the table")


def _check_once(names: list[str], what: str) -> None:
    for name, times in Counter(names).items():
        if times > 1:
            raise UsageError(f"{what} {name!r} is there twice")


def _ids_used(
    forms: Sequence[FormSpec],
    indicators: Sequence[IndicatorSpec],
    lookalikes: Sequence[Lookalikes],
) -> Iterator[tuple[str, str]]:
    for spec in indicators:
        if spec.parent:
            yield f"parent of {spec.id}", spec.parent
    for group in lookalikes:
        for id_ in group.ids:
            yield "lookalikes", id_
    for form in forms:
        for table in form.tables:
            for id_, _ in table.carriers:
                yield f"table {table.key}", id_
