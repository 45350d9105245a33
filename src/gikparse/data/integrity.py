"""Whether the specs fit together: names that exist, labels that can be told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

import attrs

from gikparse.data.layout import TableKind, TableSpec
from gikparse.data.rules import ColumnRule, Rule
from gikparse.errors import UsageError


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown word: what is nearest to it, or "".

    Example:
        >>> did_you_mean("request.recieved", ["request.received", "review"])
        '; did you mean request.received?'
    """
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
    for names in (rows, columns):
        for name in names:
            if names.count(name) > 1:
                raise UsageError(f"{where}: {name!r} is there twice")
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
    owners: dict[object, str] = {}
    for place, owner in (*rows, *columns):
        if place in owners:
            raise UsageError(f"{where}: {place[1]!r} names both {owners[place]} and {owner}")
        owners[place] = owner
