r"""Tidy tables: what reports say as rows and columns, with one schema for all of them.

`tables` describes them: columns, types, keys and what a missing value means. `rows` gives them as
dictionaries, for `csv`, JSON or a data frame, and `to_arrow` as Arrow tables, which pandas,
polars and duckdb read as they are.

Example:
    >>> import gikparse
    >>> report = gikparse.load("docs/examples/f2021.txt")
    >>> for row in gikparse.tidy.rows(report, "indicators"):
    ...     if row["id"] == "request.received" and row["column"] == "total":
    ...         print(row["agency_key"], row["year"], row["value"], row["unit"], row["line"])
    云岫市鹭汀区人民政府 2023 159 件 31
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, overload

from gikparse.errors import UsageError
from gikparse.report import Report
from gikparse.tidy.rows import Row, Subject, rows_of
from gikparse.tidy.schema import ColumnType, TidyColumn, TidyTable, schema, tables

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ColumnType", "TidyColumn", "TidyTable", "rows", "schema", "tables", "to_arrow"]


def rows(reports: Report | Iterable[Report], table: str) -> Iterator[Row]:
    r"""The rows of reports in a tidy table.

    Args:
        reports: A report, or any number of them; they are taken one by one.
        table: The name of the table: `reports`, `sections`, `indicators`, `quantities`
            or `diagnostics`.

    Returns:
        A dictionary a row, with all columns of the table in their order. Days are
        `datetime.date`, figures `int` or `float`, what is missing is None.

    Raises:
        UsageError: There is no such table.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n（一）主动公开。全年公开12条。", name="a.txt")
        >>> [(row["number"], row["parent"], row["path"]) for row in rows(report, "sections")]
        [(1, None, '一、'), (2, 1, '一、/（一）')]
    """
    schema(table)  # a wrong name is told at once and not when the first row is taken
    return _rows(reports, table)


def _rows(reports: Report | Iterable[Report], table: str) -> Iterator[Row]:
    for report in _each(reports):
        yield from rows_of(Subject.of(report), table)


def _each(reports: Report | Iterable[Report]) -> Iterator[Report]:
    for report in [reports] if isinstance(reports, Report) else reports:
        if not isinstance(report, Report):
            raise UsageError(f"tidy tables are made of reports, not of {type(report).__name__}")
        yield report


@overload
def to_arrow(reports: Report | Iterable[Report], table: str) -> pa.Table: ...
@overload
def to_arrow(reports: Report | Iterable[Report], table: None = None) -> dict[str, pa.Table]: ...
def to_arrow(
    reports: Report | Iterable[Report], table: str | None = None
) -> pa.Table | dict[str, pa.Table]:
    r"""The tidy tables of reports in Arrow's form.

    pandas (`pandas.DataFrame.from_arrow`), polars (`polars.DataFrame`) and duckdb (`FROM` the
    name of the variable) read them without a copy in between.

    Args:
        reports: A report, or any number of them.
        table: The name of one table; None for all.

    Returns:
        The table as a `pyarrow.Table`; all of them as a dictionary by name.

    Raises:
        UsageError: There is no such table, or pyarrow (the extra `arrow`) is missing.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n（一）主动公开。全年公开12条。", name="a.txt")
        >>> table = to_arrow(report, "quantities")
        >>> table.num_rows, table["value"].to_pylist(), str(table.schema.field("value").type)
        (1, [12.0], 'double')
        >>> sorted(to_arrow(report))
        ['diagnostics', 'indicators', 'quantities', 'reports', 'sections']
    """
    from gikparse import arrow

    found: dict[str, Any] = {t.name: [] for t in ([schema(table)] if table else tables())}
    for report in _each(reports):
        subject = Subject.of(report)
        for name, batches in found.items():
            batches.append(arrow.record_batch(rows_of(subject, name), name))
    made = {name: arrow.table_of(batches, name) for name, batches in found.items()}
    return made[table] if table else made
