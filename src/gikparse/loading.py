"""From a file to a report."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from gikparse.errors import UsageError
from gikparse.parser import parse
from gikparse.readers import read_text

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
) -> Report:
    """Read and parse a report.

    Text files are read, in UTF-8, GB18030 or UTF-16 with a byte order mark.

    Args:
        path_or_bytes: The path of a file, or its content.
        name: What messages call the text; the path, if there is one.
        title: The title, for a text that does not have one.
        agency: The agency, likewise.
        year: The year of the data, likewise.
        catalogue: The statistics forms; None for `gikparse.catalogue`.

    Returns:
        The report. Bytes that cannot be decoded are in its diagnostics.

    Raises:
        UsageError: The file cannot be read, or is no text; the message names it.

    Example:
        >>> load("一、总体情况".encode("gb18030"))["一"].title
        '总体情况'
    """
    if isinstance(path_or_bytes, bytes):
        data = path_or_bytes
    else:
        data = _read(path_or_bytes)
        name = name or os.fspath(path_or_bytes)
    decoded = read_text(data, name=name)
    report = parse(
        decoded.text, name=name, title=title, agency=agency, year=year, catalogue=catalogue
    )
    if not decoded.diagnostics:
        return report
    together = sorted((*decoded.diagnostics, *report.diagnostics), key=lambda found: found.span)
    return attrs.evolve(report, diagnostics=tuple(together))


def _read(path: str | os.PathLike[str]) -> bytes:
    try:
        return Path(path).read_bytes()
    except TypeError:
        raise UsageError(
            f"load takes a path or bytes, not {type(path).__name__}; parse takes the text"
        ) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        cause = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(f"cannot read {_shown(os.fspath(path))}: {cause}") from None


def _shown(path: str) -> str:
    """A path for a message, which a text that was taken for a path would fill."""
    first_line = path.partition("\n")[0][:_LONGEST]
    if first_line != path:
        return f"{first_line}… (load takes a path; gikparse.parse takes a text)"
    return path or "''"
