"""Turn what a TOML file says into specs, and say exactly what is wrong where it cannot be done.

Places in messages read like the file: `tables[0].rows[3]`, counted from 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from gikparse.data.integrity import check_table, did_you_mean
from gikparse.data.layout import ColumnSpec, HeadSpec, Numbering, RowSpec, TableSpec
from gikparse.data.rules import BalanceRule
from gikparse.data.specs import FormSpec, SectionSpec
from gikparse.errors import UsageError

if TYPE_CHECKING:
    from gikparse.data.form import Form

T = TypeVar("T", bound=attrs.AttrsInstance)

# The marks that GB/T 9704-2012 prescribes, as the forms write them.
_MARKERS = {
    written: Numbering(level, ordinal)
    for ordinal, numeral in enumerate("一二三四五六七八九十", 1)
    for level, written in enumerate(
        (f"{numeral}、", f"（{numeral}）", f"{ordinal}.", f"（{ordinal}）"), 1
    )
}


def build(cls: type[T], entry: object, where: str, **made: object) -> T:
    """An object of an attrs class from a TOML table.

    Args:
        cls: The class; the keys of the table are its fields.
        entry: The TOML table.
        where: The table's place in its file.
        made: Fields that the table does not state itself.

    Returns:
        The object; arrays have become tuples.

    Raises:
        UsageError: A key is unknown or missing, or a value is of the wrong type.
    """
    stated = as_table(entry, where)
    known, needed = _keys(cls)
    for key in stated:
        if key not in known or key in made:
            raise UsageError(
                f"{where}: unknown key {key!r}{did_you_mean(key, known - made.keys())}"
            )
    for key in needed:
        if key not in stated and key not in made:
            raise UsageError(f"{where}: the key {key!r} is missing")
    values = {key: tuple(v) if isinstance(v, list) else v for key, v in stated.items()}
    try:
        return cls(**values, **made)
    except (TypeError, ValueError) as error:
        raise UsageError(f"{where}: {error.args[0]}") from None


@cache
def _keys(cls: type[attrs.AttrsInstance]) -> tuple[frozenset[str], tuple[str, ...]]:
    fields = attrs.fields(cls)
    needed = tuple(field.name for field in fields if field.default is attrs.NOTHING)
    return frozenset(field.name for field in fields), needed


def as_table(entry: object, where: str) -> Mapping[str, Any]:
    """The entry itself, if it is a TOML table.

    Raises:
        UsageError: It is something else.
    """
    if isinstance(entry, Mapping):
        return entry
    raise UsageError(f"{where}: must be a table, not {entry!r}")


def entries(table: Mapping[str, Any], key: str, where: str = "") -> list[tuple[Any, str]]:
    """The members of an array of tables, each with its place.

    Raises:
        UsageError: The value is no array.
    """
    place = f"{where}.{key}" if where else key
    found = table.get(key, [])
    if not isinstance(found, list):
        raise UsageError(f"{place}: must be an array of tables")
    return [(entry, f"{place}[{index}]") for index, entry in enumerate(found)]


def build_form(content: Mapping[str, Any], form: Form) -> FormSpec:
    """A form from the content of its file.

    Raises:
        UsageError: The content is not of the documented format.
    """
    sections = (build(SectionSpec, *found) for found in entries(content, "sections"))
    tables = (build_table(*found, form) for found in entries(content, "tables"))
    own = {key: value for key, value in content.items() if key not in ("sections", "tables")}
    made = {"sections": tuple(sections), "tables": tuple(tables)}
    return build(FormSpec, own, "top level", form=form, **made)


def build_table(entry: object, where: str, form: Form) -> TableSpec:
    """A table of a form.

    Raises:
        UsageError: The entry is not of the documented format, its rules name
            rows that it has not, or two of its labels cannot be told apart.
    """
    stated = as_table(entry, where)
    parts: dict[str, type[attrs.AttrsInstance]] = {
        "heads": HeadSpec,
        "columns": ColumnSpec,
        "balances": BalanceRule,
    }
    made: dict[str, object] = {
        key: tuple(build(cls, *found) for found in entries(stated, key, where))
        for key, cls in parts.items()
    }
    made["rows"] = _build_rows(entries(stated, "rows", where))
    own = {key: value for key, value in stated.items() if key not in made}
    table = build(TableSpec, own, where, form=form, **made)
    check_table(table, where)
    return table


def _build_rows(found: list[tuple[Any, str]]) -> tuple[RowSpec, ...]:
    rows: list[RowSpec] = []
    above: list[int] = []  # the rows that the next one may stand under, by depth
    for index, (entry, where) in enumerate(found):
        row = build(RowSpec, entry, where, numbering=None, parent=None, path=())
        if not 0 <= row.depth <= len(above):
            raise UsageError(
                f"{where}: 'depth' is {row.depth}, but no row of the depth before it is open"
            )
        if row.marker and row.marker not in _MARKERS:
            raise UsageError(f"{where}: {row.marker!r} is no mark like 一、 （一） 1. or （1）")
        del above[row.depth :]
        rows.append(
            attrs.evolve(
                row,
                numbering=_MARKERS.get(row.marker),
                parent=above[-1] if above else None,
                path=(*(rows[i].text for i in above), row.text),
            )
        )
        above.append(index)
    return tuple(rows)
