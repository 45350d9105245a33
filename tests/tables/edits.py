"""Ways in which a page differs from what its form prints."""

from collections.abc import Callable, Mapping

import attrs

from gikparse import parse
from gikparse.data.layout import RowSpec
from gikparse.indicators import Indicator
from gikparse.report import Report
from gikparse.testing.expecting import Expected
from gikparse.testing.filling import CellKey, FilledForm, FilledTable
from gikparse.testing.grids import Grid, GridCell, GridRow
from gikparse.values import Semantic

Id = tuple[str, str | None]


def edit_table(
    filled: FilledForm, key: str, edit: Callable[[FilledTable], FilledTable]
) -> FilledForm:
    """The form with one of its tables edited."""
    tables = (edit(table) if table.spec.key == key else table for table in filled.tables)
    return attrs.evolve(filled, tables=tuple(tables))


def without_row(table: FilledTable, key: str) -> FilledTable:
    """The table without a row."""
    rows = tuple(row for row in table.rows if row.key != key)
    return attrs.evolve(table, rows=rows)


def with_row(table: FilledTable, place: int, text: str) -> FilledTable:
    """The table with a row that its form does not have, filled in like its first one."""
    valued = next(row for row in table.rows if not row.group)
    added = RowSpec(text=text, depth=table.rows[place].depth)
    figures = {(added.key, c.key): table.figures[valued.key, c.key] for c in table.columns}
    rows = (*table.rows[:place], added, *table.rows[place:])
    return attrs.evolve(table, rows=rows, figures={**table.figures, **figures})


def with_label(table: FilledTable, key: str, text: str) -> FilledTable:
    """The table with a row that is labelled otherwise."""
    rows = (attrs.evolve(row, text=text) if row.key == key else row for row in table.rows)
    return attrs.evolve(table, rows=tuple(rows))


def without_column(grid: Grid, column: str | None, id_: str | None = None) -> Grid:
    """The grid without a value column, which an id names in a table of kind `SINGLE`."""
    body = grid.rows[grid.head :]
    keys = [cell.key for row in body for cell in row if cell.key]
    wanted = (id_, None) if id_ else next(key for key in keys if key[1] == column)
    places = [row.index(cell) for row in body for cell in row if cell.key == wanted]
    return attrs.evolve(grid, rows=tuple(_without_place(row, places[0]) for row in grid.rows))


def _without_place(row: GridRow, place: int) -> GridRow:
    cell, *rest = row[place:]
    if rest and not cell.continued and rest[0].continued and rest[0].text == cell.text:
        rest[0] = attrs.evolve(rest[0], continued=False)
    return (*row[:place], *rest)


def with_cells(grid: Grid, row: int, cells: list[GridCell]) -> Grid:
    """The grid with the cells of one row replaced."""
    return attrs.evolve(grid, rows=(*grid.rows[:row], tuple(cells), *grid.rows[row + 1 :]))


# --- what is read


def read(text: str) -> tuple[Report, dict[Id, list[Indicator]]]:
    """The report, and its indicators by id and column."""
    report = parse(text)
    found: dict[Id, list[Indicator]] = {}
    for indicator in report.indicators:
        found.setdefault((indicator.id, indicator.column), []).append(indicator)
    return report, found


def unread(expected: Mapping[Id, Expected], found: Mapping[Id, list[Indicator]]) -> list[str]:
    """What is certain and was not read so."""
    missed = []
    for key, cell in expected.items():
        want = (cell.semantic, cell.value, cell.unit)
        got = [(i.semantic, i.value, i.unit) for i in found.get(key, ())]
        if cell.certain and got != [want]:
            missed.append(f"{key}: {got}, not {want}")
    return missed


def wrong(expected: Mapping[Id, Expected], found: Mapping[Id, list[Indicator]]) -> list[str]:
    """Figures that were read and do not stand there."""
    return [
        f"{key}: {indicator.value}, not {cell.value}"
        for key, cell in expected.items()
        for indicator in found.get(key, ())
        if indicator.semantic in (Semantic.NUMERIC, Semantic.ZERO) and indicator.value != cell.value
    ]


def codes(report: Report) -> list[str]:
    """The codes of what was odd in the tables."""
    return [diagnostic.code for diagnostic in report.indicators.diagnostics]


def id_of(table: FilledTable, key: CellKey) -> str | None:
    """The indicator of a figure."""
    row = table.spec.row(key[0])
    return row.id if row else key[0] if not table.rows else None
