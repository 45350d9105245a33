"""The value cells of a report's tables, each with what its form asks for there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from gikparse.checks.remembering import once_a_report
from gikparse.indicators import Origin

if TYPE_CHECKING:
    from gikparse.data.catalogue import Catalogue
    from gikparse.data.form import Form
    from gikparse.data.layout import ColumnSpec, RowSpec, TableSpec
    from gikparse.indicators import Indicator
    from gikparse.report import Report

#: So many places are kept in mind: all those of the forms, and more.
PLACES_KEPT = 4096


@attrs.frozen(kw_only=True)
class FilledCell:
    """A value cell and its place in the form.

    Attributes:
        figure: What the cell says.
        table: The table of the form.
        row: Its row, None in a table of kind `SINGLE`.
        column: Its column.
    """

    figure: Indicator
    table: TableSpec
    row: RowSpec | None
    column: ColumnSpec

    @property
    def label(self) -> str:
        """Row and column as the form prints them; the row alone where it has one value."""
        heads = self.column.path if self.row is None else self.column.path[-1:]
        alone = self.row is not None and len(self.table.columns) == 1
        names = [] if self.row is None else [self.row.text]
        return "/".join(names if alone else [*names, *heads])

    @property
    def unit(self) -> str | None:
        """The unit that the form states for the cell, None where it states none."""
        if self.row is None:
            return self.table.unit
        return self.table.unit_of(self.row, self.column)


@once_a_report
def filled_cells(report: Report) -> tuple[FilledCell, ...]:
    """Every value cell that could be placed in a form, in document order."""
    figures = (figure for figure in report.indicators if figure.origin is Origin.TABLE)
    cells = (cell_in(report.catalogue, figure.form, figure) for figure in figures if figure.form)
    return tuple(cell for cell in cells if cell is not None)


def cell_in(catalogue: Catalogue, form: Form, figure: Indicator) -> FilledCell | None:
    """The cell of a form in which a figure stands or would stand; None where there is none."""
    found = _place(catalogue, form, figure.id, figure.column)
    if found is None:
        return None
    table, row, column = found
    return FilledCell(figure=figure, table=table, row=row, column=column)


@lru_cache(PLACES_KEPT)
def _place(
    catalogue: Catalogue,
    form: Form,
    id: str,  # noqa: A002
    key: str | None,
) -> tuple[TableSpec, RowSpec | None, ColumnSpec] | None:
    for table in catalogue.forms[form].tables:
        row = next((row for row in table.rows if row.id == id), None)
        if row is not None and (column := table.column(key)) is not None:
            return table, row, column
        for single in table.columns:
            if single.id == id:
                return table, None, single
    return None
