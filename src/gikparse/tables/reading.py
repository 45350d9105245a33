"""From the tables of a report to its indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gikparse.data.catalogue import Catalogue
from gikparse.data.form import Form
from gikparse.data.layout import ColumnSpec
from gikparse.diagnostics import Diagnostic
from gikparse.folding import unify_forms
from gikparse.indicators import Indicator, Origin
from gikparse.nodes import Table
from gikparse.tables.alignment import AlignedRow, align
from gikparse.tables.entries import read_entries
from gikparse.tables.forms import index_form
from gikparse.tables.reporting import diagnose
from gikparse.tables.telling import ReadRow, tell_values


class TableFigures(NamedTuple):
    """What the tables of a report state, and what was odd in them, in document order.

    Attributes:
        indicators: The figures of rows that the catalogue has an id for.
        unnamed: Those of other known rows; the label of the row stands for an id.
        diagnostics: What was odd.
    """

    indicators: list[Indicator]
    unnamed: list[Indicator]
    diagnostics: list[Diagnostic]


def read_tables(tables: Sequence[Table], catalogue: Catalogue) -> TableFigures:
    """The indicators that the tables of a report state.

    Args:
        tables: The tables, in document order. A table whose form is not known has none.
        catalogue: The forms.
    """
    read = TableFigures([], [], [])
    for table in tables:
        if table.form is not None:
            index = index_form(catalogue, table.form)
            barred = "|" in unify_forms(table.text)
            alignment = align(read_entries(table), index, barred=barred)
            rows = tell_values(table, alignment, barred=barred)
            for row in rows:
                unnamed = row.row.row is not None and row.row.row.id is None
                figures = read.unnamed if unnamed else read.indicators
                figures += _indicators(table, table.form, row, catalogue)
            found = diagnose(table, alignment, rows, index)
            read.diagnostics.extend(sorted(found, key=lambda d: d.span))
    return read


def _indicators(
    table: Table, form: Form, read: ReadRow, catalogue: Catalogue
) -> Iterator[Indicator]:
    own = read.row.row.key if read.row.row else None
    for placed in read.placed:
        column = placed.slot.column
        if column is not None and not column.optional and (id_ := column.id or own):
            value = placed.value
            yield Indicator(
                id=id_,
                column=column.key,
                label=known.label if (known := catalogue.indicators.get(id_)) else id_,
                origin=Origin.TABLE,
                span=placed.span or (placed.entry or read.row).span,
                semantic=value.semantic,
                value=value.number,
                unit=value.unit or placed.slot.unit or read.row.unit or _unit(read.row, column),
                form=form,
                table=table,
                cell=placed.entry.cell if placed.entry else None,
                readings=placed.readings,
            )


def _unit(row: AlignedRow, column: ColumnSpec) -> str | None:
    """The unit that the form states for a cell."""
    return row.table.unit_of(row.row, column) if row.row else row.table.unit
