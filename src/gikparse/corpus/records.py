"""The documents in lines of JSON and in Parquet tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs

from gikparse.corpus.document import Input
from gikparse.corpus.kinds import usual
from gikparse.errors import UsageError

#: So many rows of a table are read at once.
_ROWS = 64


@attrs.frozen(kw_only=True)
class Columns:
    """Which columns hold the documents and what is known of them.

    Attributes:
        text: With the documents, as text or bytes; None for the one column with a usual name.
        name: With their names; None to call them by file and line.
        agency: With the agency, for a text that does not name it; None for `agency`.
        year: With the year of the data, likewise; None for `year`.
    """

    text: str | None = None
    name: str | None = None
    agency: str | None = None
    year: str | None = None


def inputs_of_lines(path: str, columns: Columns) -> Iterator[Input]:
    """The documents in a file with a JSON object on each line.

    A line that is none, or that lacks the column, is an input with its problem.
    """
    try:
        with Path(path).open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _line(line, f"{path}#{number}", path, columns)
    except OSError as error:
        yield Input(name=path, problem=f"it cannot be read: {error.strerror}")


def _line(line: bytes, name: str, path: str, columns: Columns) -> Input:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Input(name=name, problem=f"the line is no JSON: {error}")
    if not isinstance(record, dict):
        return Input(name=name, problem="the line is no JSON object")
    try:
        text = _column(columns.text, "text", list(record), "--column")
    except UsageError as error:
        return Input(name=name, problem=str(error))
    return _input(record, text or "", name, path, columns)


def count_lines(path: str) -> int:
    """How many lines hold something."""
    try:
        with Path(path).open("rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:
        return 1


def inputs_of_table(path: str, columns: Columns) -> Iterator[Input]:
    """The documents in a Parquet file.

    A file that cannot be read, or that lacks the column, is one input with its problem; so is any without pyarrow.
    """
    try:
        file = _parquet().ParquetFile(path)
        names = file.schema_arrow.names
        text = _column(columns.text, "text", names, "--column") or ""
        wanted = {text, *(c for c in attrs.asdict(columns).values() if c in names)}
        wanted |= {name for kind in ("agency", "year") for name in usual(kind) if name in names}
        number = 0
        for batch in file.iter_batches(_ROWS, columns=sorted(wanted)):
            for record in batch.to_pylist():
                number += 1
                yield _input(record, text, f"{path}#{number}", path, columns)
    except (OSError, ValueError) as error:  # ArrowInvalid is a ValueError, and so is UsageError
        yield Input(name=path, problem=f"it cannot be read: {error}")


def count_rows(path: str) -> int:
    """How many rows a Parquet file has; 1 for one that cannot be read."""
    try:
        rows: int = _parquet().ParquetFile(path).metadata.num_rows
    except (OSError, ValueError):
        return 1
    return rows


def _parquet() -> Any:
    try:
        return import_module("pyarrow.parquet")
    except ModuleNotFoundError:
        raise UsageError(
            "to read Parquet, gikparse needs pyarrow: pip install 'gikparse[arrow]'"
        ) from None


def _input(record: Mapping[str, Any], text: str, name: str, path: str, columns: Columns) -> Input:
    content = record.get(text)
    if columns.name and record.get(columns.name) not in (None, ""):
        name = f"{path}#{record[columns.name]}"
    if not isinstance(content, str | bytes):
        return Input(name=name, problem=f"the column {text!r} holds neither text nor bytes")
    return Input(
        name=name,
        content=content,
        agency=_text(_known(record, columns.agency, "agency")),
        year=_year(_known(record, columns.year, "year")),
    )


def _known(record: Mapping[str, Any], asked: str | None, kind: str) -> Any:
    names = [asked] if asked else usual(kind)
    return next((record[name] for name in names if record.get(name) is not None), None)


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _year(value: object) -> int | None:
    if isinstance(value, str) and value.strip().isdecimal():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _column(asked: str | None, kind: str, names: Sequence[str], option: str) -> str | None:
    """The column that was asked for, or the only one with a usual name.

    Raises:
        UsageError: There is none, or there are several.
    """
    if asked is not None:
        if asked in names:
            return asked
        raise UsageError(f"there is no column {asked!r}: the columns are {', '.join(names)}")
    found = [name for name in usual(kind) if name in names]
    if len(found) == 1:
        return found[0]
    raise UsageError(f"which column holds the documents? {option} names one of {', '.join(names)}")
