"""The formats of the output, each made of the parts without holding them in memory."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gikparse.errors import UsageError
from gikparse.stores.cells import cell, harmless
from gikparse.stores.parts import Part, whole
from gikparse.tidy.rows import Row
from gikparse.tidy.schema import TidyTable, tables

if TYPE_CHECKING:
    import pyarrow as pa

#: Most rows of a sheet, and most characters of a cell, that Excel takes.
_EXCEL_ROWS = 1_048_576
_EXCEL_TEXT = 32_767


def require(format_: str) -> None:
    """Look whether a format can be written here.

    Raises:
        UsageError: A package is missing; the message names the extra.
    """
    for package in _NEEDS[format_]:
        try:
            import_module(package)
        except ModuleNotFoundError:
            raise UsageError(
                f"to write {format_}, gikparse needs {package}: pip install 'gikparse[{_EXTRAS[format_]}]'"
            ) from None


def write(format_: str, parts: Sequence[Part], folder: Path) -> None:
    """Write all tables of some parts, and delete those that an earlier run wrote in another format."""
    _WRITERS[format_](parts, folder)
    for other in _WRITERS:
        if other != format_:
            for name in ("tables", *(table.name for table in tables())):
                (folder / f"{name}.{other}").unlink(missing_ok=True)


def _write_jsonl(parts: Sequence[Part], folder: Path) -> None:
    for table in tables():
        with whole(folder / f"{table.name}.jsonl") as path, path.open("wb") as file:
            for part in parts:
                file.writelines(part.lines(table.name))


def _write_csv(parts: Sequence[Part], folder: Path) -> None:
    for table in tables():
        with (
            whole(folder / f"{table.name}.csv") as path,
            # Excel takes UTF-8 for what it is only where a byte order mark stands first.
            path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as file,
        ):
            writer = csv.writer(file)
            writer.writerow(table.names)
            for part in parts:
                for row in part.rows(table.name):
                    # Most cells are whole numbers or missing, and these are as they are.
                    writer.writerow(
                        value if value is None or isinstance(value, int) else harmless(cell(value))
                        for value in map(row.__getitem__, table.names)
                    )


def _write_parquet(parts: Sequence[Part], folder: Path) -> None:
    import pyarrow.parquet as pq

    from gikparse import arrow

    for table in tables():
        with (
            whole(folder / f"{table.name}.parquet") as path,
            pq.ParquetWriter(path, arrow.schema(table.name), compression="zstd") as writer,
        ):
            for part in parts:
                writer.write_table(_arrow(part, table))


def _write_duckdb(parts: Sequence[Part], folder: Path) -> None:
    import duckdb
    import pyarrow as pa

    from gikparse import arrow

    with whole(folder / "tables.duckdb") as path, duckdb.connect(path) as connection:
        for table in tables():
            batches = (batch for part in parts for batch in _arrow(part, table).to_batches())
            reader = pa.RecordBatchReader.from_batches(arrow.schema(table.name), batches)
            connection.register("rows", reader)
            connection.execute(f'CREATE TABLE "{table.name}" AS SELECT * FROM rows')  # noqa: S608
            connection.unregister("rows")


def _arrow(part: Part, table: TidyTable) -> pa.Table:
    """The rows of a part in a table, read by Arrow itself, which is quicker than by way of Python."""
    import pyarrow as pa
    from pyarrow import json

    from gikparse import arrow

    lines = b"".join(part.lines(table.name))
    schema = arrow.schema(table.name)
    if not lines:
        return schema.empty_table()
    # Its reader knows neither days nor fields that are never null, and wants a line inside a block.
    plain = pa.schema(
        [(f.name, pa.string() if pa.types.is_date(f.type) else f.type) for f in schema]
    )
    made = json.read_json(
        io.BytesIO(lines),
        read_options=json.ReadOptions(block_size=min(len(lines) + 1, 2**31 - 1)),
        parse_options=json.ParseOptions(explicit_schema=plain, unexpected_field_behavior="error"),
    )
    return made.select(schema.names).cast(schema)


def _write_xlsx(parts: Sequence[Part], folder: Path) -> None:
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    for table in tables():
        rows = (row for part in parts for row in part.rows(table.name))
        for number, block in enumerate(_blocks(rows, _EXCEL_ROWS - 1), 1):
            title = table.name if number == 1 else f"{table.name} {number}"
            sheet = workbook.create_sheet(title)
            sheet.freeze_panes = "B2"
            sheet.append(table.names)  # on each sheet, also where a table goes on
            for row in block:
                sheet.append([_excel(sheet, row[name]) for name in table.names])
    with whole(folder / "tables.xlsx") as path:
        workbook.save(path)


def _blocks(rows: Iterator[Row], size: int) -> Iterator[Iterator[Row]]:
    """The rows in blocks that fit a sheet; the first one may be empty."""
    yield itertools.islice(rows, size)
    for row in rows:
        yield itertools.chain([row], itertools.islice(rows, size - 1))


def _excel(sheet: Any, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    value = cell(value)
    if not isinstance(value, str):
        return value
    made = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:_EXCEL_TEXT])
    made.data_type = "s"  # whatever it begins with, it is text and no formula
    return made


_WRITERS: dict[str, Callable[[Sequence[Part], Path], None]] = {
    "parquet": _write_parquet,
    "csv": _write_csv,
    "jsonl": _write_jsonl,
    "xlsx": _write_xlsx,
    "duckdb": _write_duckdb,
}
_NEEDS = {
    "parquet": ("pyarrow",),
    "csv": (),
    "jsonl": (),
    "xlsx": ("openpyxl",),
    "duckdb": ("pyarrow", "duckdb"),
}
_EXTRAS = {"parquet": "arrow", "xlsx": "xlsx", "duckdb": "duckdb"}
