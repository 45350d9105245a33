"""From a file to a report."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from gikparse.errors import UsageError
from gikparse.parser import parse_source
from gikparse.readers import Document, Limits, read

if TYPE_CHECKING:
    from gikparse.data.catalogue import Catalogue
    from gikparse.report import Report

_LONGEST = 200


def load(
    path_or_bytes: str | os.PathLike[str] | bytes,
    *,
    name: str | None = None,
    title: str | None = None,
    agency: str | None = None,
    year: int | None = None,
    catalogue: Catalogue | None = None,
    format: str | None = None,  # noqa: A002 - what Source calls it
    limits: Limits | None = None,
) -> Report:
    r"""Read and parse a report.

    What the file is, is told by its content: plain text or Markdown (UTF-8, GB 18030, Big5
    or UTF-16), a web page (extra `html`), a Word document (.docx; .doc, .rtf and .odt
    where LibreOffice is installed) or a PDF document (extra `pdf`).

    Args:
        path_or_bytes: The path of a file, or its content.
        name: What messages call the text; the path, if there is one.
        title: The title, for a text that does not have one.
        agency: The agency, likewise.
        year: The year of the data, likewise.
        catalogue: The statistics forms; None for `gikparse.catalogue`.
        format: One of `gikparse.readers.Format`, such as `html`; None to tell it by the content.
        limits: How much is read; None for bounds that no real report comes near.

    Returns:
        The report. What was odd about the file is in its diagnostics.

    Raises:
        UsageError: The file cannot be read, is of no format that gikparse knows, or is
            beyond the limits; the message names it and the cause.

    Example:
        >>> load("一、总体情况".encode("gb18030"))["一"].title
        '总体情况'
        >>> load("<p>一、总体情况</p><p>无</p>".encode("utf-8")).source.format
        'html'
    """
    found = read_document(path_or_bytes, name=name, format=format, limits=limits)
    return parse_source(
        found.source,
        noted=found.diagnostics,
        title=title,
        agency=agency,
        year=year,
        catalogue=catalogue,
    )


def read_document(
    path_or_bytes: str | os.PathLike[str] | bytes,
    *,
    name: str | None = None,
    format: str | None = None,  # noqa: A002 - what Source calls it
    limits: Limits | None = None,
) -> Document:
    """Read a file without parsing it; the arguments are those of `load`.

    Returns:
        The text that the parser would see, and what was odd about the file.

    Raises:
        UsageError: As `load` does.

    Example:
        >>> print(read_document("<table><tr><td>规章<td>3</table>".encode()).source.text)
        | 规章 | 3 |
        <BLANKLINE>
    """
    limits = limits or Limits()
    if isinstance(path_or_bytes, bytes):
        data = path_or_bytes
    else:
        name = name or _name(path_or_bytes)
        data = _read(path_or_bytes, limits)
    return read(data, name=name, format=format, limits=limits)


def _read(path: str | os.PathLike[str], limits: Limits) -> bytes:
    try:
        with Path(path).open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        cause = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(f"cannot read {_shown(_name(path))}: {cause}") from None
    if len(data) > limits.file_bytes:
        raise UsageError(f"{_name(path)} is larger than {limits.file_bytes} bytes, the limit")
    return data


def _name(path: str | os.PathLike[str]) -> str:
    try:
        return os.fsdecode(path)
    except TypeError:
        raise UsageError(
            f"load takes a path or bytes, not {type(path).__name__}; parse takes the text"
        ) from None


def _shown(path: str) -> str:
    """A path for a message, which a text that was taken for a path would fill."""
    first_line = path.partition("\n")[0][:_LONGEST]
    if first_line != path:
        return f"{first_line}… (load takes a path; gikparse.parse takes a text)"
    return path or "''"
