"""The rows of one document as packed lines of JSON, made where the document is parsed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from gikparse.corpus.document import Input, subject_of
from gikparse.errors import UsageError
from gikparse.tidy.rows import Row, all_rows, digest_of, failure_row

#: The lines of a document, by table, each a member of a gzip file.
Encoded = dict[str, bytes]

#: Quick rather than small: the parts are a way station.
_LEVEL = 1


def encode(document: Input, *, names_hint: bool) -> Encoded:
    """Parse a document and give its rows in all tables.

    Args:
        document: The document.
        names_hint: Whether the names of its file and folders may say agency and year.

    Raises:
        UsageError: It cannot be read.
    """
    subject = subject_of(document, names_hint=names_hint)
    return {table: pack(rows) for table, rows in all_rows(subject) if rows}


def encode_failure(document: Input, failure: str, message: str) -> Encoded:
    """The row of a document that failed."""
    row = failure_row(document.name, digest_of_input(document), failure, message)
    return {"reports": pack([row])}


def digest_of_input(document: Input) -> str:
    """The hash of a document; that of nothing for one that cannot be read."""
    try:
        return digest_of(document.read())
    except UsageError:
        return digest_of(b"")


def pack(rows: Iterable[Row]) -> bytes:
    """Rows as lines of JSON in a member of a gzip file; members that are joined are a file, too."""
    lines = (f"{as_line(row)}\n" for row in rows)
    return pack_lines(line.encode("utf-8", "backslashreplace") for line in lines)


def pack_lines(lines: Iterable[bytes]) -> bytes:
    """The same of lines that are made already."""
    return gzip.compress(b"".join(lines), _LEVEL, mtime=0)


def as_line(row: Row) -> str:
    """A row as JSON; a day is written YYYY-MM-DD."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no value of a tidy table")
