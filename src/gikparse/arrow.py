r"""Tidy tables in Arrow's form, and a function that engines run over record batches.

pyarrow comes with the extra `arrow`. It is loaded when a function here is called.

Example:
    >>> import gikparse
    >>> import pyarrow as pa
    >>> batch = pa.record_batch({"file": ["a.txt"], "text": ["一、概述\n收到政府信息公开申请7件。"]})
    >>> [made] = gikparse.arrow.parse_batches([batch])
    >>> made.select(["file", "id", "value"]).to_pylist()
    [{'file': 'a.txt', 'id': 'request.received', 'value': 7.0}]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from gikparse.corpus.answering import outcome_of
from gikparse.corpus.document import Input, subject_of
from gikparse.errors import UsageError
from gikparse.tidy.rows import Row, Subject, all_rows, digest_of, failure_row, rows_of
from gikparse.tidy.schema import ColumnType, TidyColumn, tables
from gikparse.tidy.schema import schema as tidy_schema

if TYPE_CHECKING:
    import pyarrow as pa

#: What `parse_batches` calls the rows of all tables together, one document a row.
NESTED = "documents"


def _pyarrow() -> Any:
    try:
        return import_module("pyarrow")
    except ModuleNotFoundError:
        raise UsageError(
            "to make Arrow tables, gikparse needs pyarrow: pip install 'gikparse[arrow]'"
        ) from None


def schema(table: str) -> pa.Schema:
    """The Arrow schema of a tidy table.

    Args:
        table: Its name; `documents` is all tables in one: the columns of `reports`, and a column
            for each other table that holds the rows of the document as a list of structs.

    Returns:
        A `pyarrow.Schema`. The fields that always have a value are not nullable.

    Raises:
        UsageError: There is no such table, or pyarrow is missing.

    Example:
        >>> schema("quantities").field("value")
        pyarrow.Field<value: double not null>
        >>> schema("documents").names[-4:]
        ['sections', 'indicators', 'quantities', 'diagnostics']
    """
    pa = _pyarrow()
    if table != NESTED:
        return pa.schema([_field(column) for column in tidy_schema(table).columns])
    own, *others = tables()
    lists = [
        pa.field(t.name, pa.list_(pa.struct([_field(c) for c in t.columns])), nullable=False)
        for t in others
    ]
    counts = {t.name for t in others}
    return pa.schema([*(_field(c) for c in own.columns if c.name not in counts), *lists])


def _field(column: TidyColumn) -> Any:
    pa = _pyarrow()
    types = {
        ColumnType.STRING: pa.string(),
        ColumnType.STRINGS: pa.list_(pa.string()),
        ColumnType.INT64: pa.int64(),
        ColumnType.DOUBLE: pa.float64(),
        ColumnType.DATE: pa.date32(),
    }
    return pa.field(column.name, types[column.type], nullable=column.null is not None)


def record_batch(rows: Sequence[Row], table: str) -> pa.RecordBatch:
    """Rows of a tidy table as a record batch.

    Args:
        rows: The rows, as `gikparse.tidy.rows` gives them.
        table: The name of the table.

    Example:
        >>> import gikparse
        >>> report = gikparse.load("docs/examples/f2021.txt")
        >>> rows = list(gikparse.tidy.rows([report], "sections"))
        >>> record_batch(rows, "sections").column("marker")[0].as_py()
        '一、'
    """
    return _pyarrow().RecordBatch.from_pylist(rows, schema=schema(table))


def table_of(batches: Iterable[pa.RecordBatch], table: str) -> pa.Table:
    """Record batches of a tidy table as one table.

    Example:
        >>> import gikparse
        >>> report = gikparse.load("docs/examples/f2021.txt")
        >>> batch = record_batch(list(gikparse.tidy.rows([report], "reports")), "reports")
        >>> table_of([batch], "reports").num_rows
        1
    """
    return _pyarrow().Table.from_batches(batches, schema=schema(table)).combine_chunks()


def parse_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    table: str = "indicators",
    column: str | None = None,
    name: str | None = None,
) -> Iterator[pa.RecordBatch]:
    r"""Parse the reports in a column of record batches.

    It is the function that Spark's `mapInArrow` takes, and with a line of wrapping other engines.
    A document that cannot be read makes no rows, but for those in `reports` and `documents`,
    which say why. Its memory does not grow with the number of batches.

    Args:
        batches: Batches with a column that holds documents as text or as the bytes of files.
        table: The tidy table that is made; `documents` for all in one, as `schema` explains.
        column: The column with the documents; None for the only one that is called `text`,
            `content`, `html`, `bytes` or `body`.
        name: The column that names the documents and becomes their `file`; None for the first
            of `file`, `path`, `name`, `id` and `url` that there is. Without any a document is
            called by its hash.

    Returns:
        A batch for each batch, made when it is asked for, with the schema `schema(table)`.

    Raises:
        UsageError: There is no such table or column, or pyarrow is missing.

    Example:
        >>> import pyarrow as pa
        >>> batch = pa.record_batch({"id": ["a", "b"], "text": ["一、概述\n全年公开12条。", "无"]})
        >>> [made] = parse_batches([batch], table="quantities")
        >>> made.select(["file", "value", "unit"]).to_pylist()
        [{'file': 'a', 'value': 12.0, 'unit': '条'}]
    """
    make = _maker(table)
    return (_parse_batch(batch, table, make, column, name) for batch in batches)


def _maker(table: str) -> Callable[[Subject], list[Row]]:
    if table == NESTED:
        return _nested
    tidy_schema(table)
    return lambda subject: rows_of(subject, table)


def _nested(subject: Subject) -> list[Row]:
    made = dict(all_rows(subject))
    (own,) = made.pop("reports")
    return [own | made]


def _parse_batch(
    batch: pa.RecordBatch,
    table: str,
    make: Callable[[Subject], list[Row]],
    column: str | None,
    name: str | None,
) -> pa.RecordBatch:
    contents = batch.column(_column(batch, column, _CONTENTS, "documents"))
    named = _column(batch, name, _NAMES, None)
    names = [None] * len(batch) if named is None else batch.column(named).to_pylist()
    rows: list[Row] = []
    for content, known in zip(contents, names, strict=True):
        rows.extend(_rows_of(_input(content.as_py(), known), table, make))
    return record_batch(rows, table)


def _input(content: str | bytes | None, name: object) -> Input:
    known = f"sha256:{digest_of(content or b'')[:16]}" if name is None else str(name)
    if content is None:
        return Input(name=known, problem="there is no document, the value is null")
    return Input(name=known, content=content)


def _rows_of(document: Input, table: str, make: Callable[[Subject], list[Row]]) -> list[Row]:
    outcome = outcome_of(lambda known: make(subject_of(known, names_hint=False)), document)
    if outcome.failure is None:
        made: list[Row] = outcome.value
        return made
    if table not in ("reports", NESTED):
        return []
    digest = digest_of(document.content or b"")
    row = failure_row(document.name, digest, outcome.failure, outcome.message or "")
    return [row | {t.name: [] for t in tables()[1:]} if table == NESTED else row]


#: The columns that hold documents or name them, where the caller does not say.
_CONTENTS = ("text", "content", "html", "bytes", "body")
_NAMES = ("file", "path", "name", "id", "url")


def _column(
    batch: pa.RecordBatch, asked: str | None, usual: Sequence[str], needed: str | None
) -> str | None:
    names = batch.schema.names
    if asked is not None and asked not in names:
        raise UsageError(f"there is no column {asked!r}: the columns are {', '.join(names)}")
    found = [asked] if asked else [name for name in usual if name in names]
    if needed and len(found) != 1:
        raise UsageError(
            f"which column holds the {needed}? Give `column`: the columns are {', '.join(names)}"
        )
    return found[0] if found else None
