"""From the tables of a report to its indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gikparse.data.catalogue import Catalogue
from gikparse.data.form import Form
from gikparse.data.layout import ColumnSpec
from gikparse.diagnostics import Diagnostic
from gikparse.indicators import Indicator, Origin
from gikparse.nodes import Table
from gikparse.tables.alignment import AlignedRow, align
from gikparse.tables.entries import read_entries
from gikparse.tables.forms import index_form
from gikparse.tables.reporting import diagnose
from gikparse.tables.telling import ReadRow, tell_values


def read_tables(
    tables: Sequence[Table], catalogue: Catalogue
) -> tuple[list[Indicator], list[Diagnostic]]:
    """The indicators that the tables of a report state.

    Args:
        tables: The tables, in document order. A table whose form is not known has none.
        catalogue: The forms.

    Returns:
        The indicators, and what was odd, both in document order.
    """
    indicators: list[Indicator] = []
    diagnostics: list[Diagnostic] = []
    for table in tables:
        if table.form is not None:
            alignment = align(read_entries(table), index_form(catalogue, table.form))
            rows = tell_values(table, alignment.rows)
            for row in rows:
                indicators += _indicators(table, table.form, row, catalogue)
            diagnostics += sorted(diagnose(table, alignment, rows), key=lambda d: d.span)
    return indicators, diagnostics


def _indicators(
    table: Table, form: Form, read: ReadRow, catalogue: Catalogue
) -> Iterator[Indicator]:
    own = read.row.row.id if read.row.row else None
    for placed in read.placed:
        column = placed.slot.column
        if column is not None and not column.optional and (id_ := column.id or own):
            value = placed.value
            yield Indicator(
                id=id_,
                column=column.key,
                label=catalogue.indicators[id_].label,
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
