"""Read the tables of a run again, whatever their format."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

from gikparse.errors import UsageError
from gikparse.stores.cells import DIVIDER, harmful
from gikparse.stores.manifest import read_manifest
from gikparse.stores.writers import require
from gikparse.tidy.rows import Row
from gikparse.tidy.schema import ColumnType, TidyTable, schema


def read_rows(folder: Path, table: str) -> Iterator[Row]:
    """The rows of a tidy table that `gikparse batch` has written.

    Args:
        folder: The output folder.
        table: The name of the table.

    Returns:
        The rows as `gikparse.tidy.rows` gives them. CSV and Excel do not tell a text without a
        character from a missing one; both are missing here.

    Raises:
        UsageError: The folder holds no finished tables, or a package is missing.
    """
    manifest = read_manifest(folder)
    if manifest is None or manifest.state == "running":
        state = "no run has written" if manifest is None else "the run has not ended that writes"
        raise UsageError(f"{state} tables into {folder}: see gikparse batch --help")
    require(manifest.format)
    return _READERS[manifest.format](folder, schema(table))


def _read_jsonl(folder: Path, table: TidyTable) -> Iterator[Row]:
    days = [column.name for column in table.columns if column.type is ColumnType.DATE]
    with (folder / f"{table.name}.jsonl").open("rb") as file:
        for line in file:
            row = json.loads(line)
            yield row | {day: _day(row[day]) for day in days}


def _read_csv(folder: Path, table: TidyTable) -> Iterator[Row]:
    path = folder / f"{table.name}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = csv.reader(file)
        next(cells)
        yield from _typed(cells, table)


def _read_xlsx(folder: Path, table: TidyTable) -> Iterator[Row]:
    from openpyxl import load_workbook

    with closing(load_workbook(folder / "tables.xlsx", read_only=True)) as workbook:
        for sheet in workbook.worksheets:
            if sheet.title.partition(" ")[0] == table.name:
                yield from _typed(sheet.iter_rows(min_row=2, values_only=True), table)


def _typed(rows: Iterable[Iterable[Any]], table: TidyTable) -> Iterator[Row]:
    """The rows of a spreadsheet with the types of the schema."""
    for cells in rows:
        # Excel leaves out the cells after the last one that holds something.
        pairs = zip_longest(table.columns, cells)
        yield {column.name: _read(column.type, cell) for column, cell in pairs}


def _read(kind: ColumnType, cell: Any) -> Any:
    if cell in ("", None):
        return [] if kind is ColumnType.STRINGS else None
    return _CELLS[kind](cell)


def _read_parquet(folder: Path, table: TidyTable) -> Iterator[Row]:
    from pyarrow import parquet

    with closing(parquet.ParquetFile(folder / f"{table.name}.parquet")) as file:
        for batch in file.iter_batches():
            yield from batch.to_pylist()


def _read_duckdb(folder: Path, table: TidyTable) -> Iterator[Row]:
    import duckdb

    with duckdb.connect(folder / "tables.duckdb", read_only=True) as connection:
        found = connection.execute(f'SELECT * FROM "{table.name}"')  # noqa: S608 - a schema's name
        while rows := found.fetchmany(1000):
            yield from (dict(zip(table.names, row, strict=True)) for row in rows)


def _day(value: Any) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value else None


def _text(value: Any) -> str:
    return harmful(str(value))


def _texts(value: Any) -> list[str]:
    return _text(value).split(DIVIDER)


_CELLS: dict[ColumnType, Callable[[Any], Any]] = {
    ColumnType.STRING: _text,
    ColumnType.STRINGS: _texts,
    ColumnType.INT64: int,
    ColumnType.DOUBLE: float,
    ColumnType.DATE: _day,
}
_READERS = {
    "jsonl": _read_jsonl,
    "csv": _read_csv,
    "xlsx": _read_xlsx,
    "parquet": _read_parquet,
    "duckdb": _read_duckdb,
}
