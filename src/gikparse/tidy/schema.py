"""The schemas of the tidy tables: the one definition that all forms of output follow."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import attrs

from gikparse.data.files import read_toml
from gikparse.errors import UsageError


class ColumnType(StrEnum):
    """What a column of a tidy table holds.

    Example:
        >>> from gikparse import tidy
        >>> tidy.schema("reports").columns[0].type
        <ColumnType.STRING: 'string'>
    """

    #: Text.
    STRING = "string"
    #: Texts, as a list.
    STRINGS = "strings"
    #: A whole number of 64 bits.
    INT64 = "int64"
    #: A number of double precision.
    DOUBLE = "double"
    #: A day.
    DATE = "date"


@attrs.frozen(kw_only=True)
class TidyColumn:
    """A column of a tidy table.

    Attributes:
        name: Its name.
        type: What it holds.
        about: What it says.
        null: What a missing value means; None where there is always one.

    Example:
        >>> from gikparse import tidy
        >>> column = tidy.schema("reports").columns[0]
        >>> column.name, column.null
        ('file', None)
    """

    name: str
    type: ColumnType = attrs.field(converter=ColumnType)
    about: str
    null: str | None = None


@attrs.frozen(kw_only=True)
class TidyTable:
    """A tidy table: what a row stands for, what tells rows apart, and the columns in their order.

    Attributes:
        name: Its name.
        about: What a row stands for.
        keys: The columns that together tell one row from all others.
        columns: The columns, in their order.

    Example:
        >>> from gikparse import tidy
        >>> table = tidy.schema("sections")
        >>> table.keys, table.names[:4]
        (('file', 'number'), ('file', 'number', 'parent', 'path'))
    """

    name: str
    about: str
    keys: tuple[str, ...] = attrs.field(converter=tuple)
    columns: tuple[TidyColumn, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(column.name for column in self.columns)


@cache
def tables() -> tuple[TidyTable, ...]:
    """The tidy tables, in the order in which the documentation describes them.

    Example:
        >>> [table.name for table in tables()]
        ['reports', 'sections', 'indicators', 'quantities', 'diagnostics']
    """
    return tuple(
        TidyTable(**{**entry, "columns": tuple(TidyColumn(**c) for c in entry["columns"])})
        for entry in read_toml("tidy")["tables"]
    )


def schema(table: str) -> TidyTable:
    """The tidy table with a name.

    Raises:
        UsageError: There is none; the message names those that there are.

    Example:
        >>> schema("quantities").keys
        ('file', 'number')
    """
    for known in tables():
        if known.name == table:
            return known
    names = ", ".join(known.name for known in tables())
    raise UsageError(f"no tidy table is called {table!r}: there are {names}")
