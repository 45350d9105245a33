"""Readers: from the bytes of a file to the text that the parser reads."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from gikparse.errors import UsageError
from gikparse.readers.document import Document
from gikparse.readers.formats import FORMATS, Format
from gikparse.readers.limits import Job, Limits
from gikparse.readers.sniffing import sniff

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[..., Document]

__all__ = ["Document", "Format", "Limits", "read"]


def read(
    data: bytes,
    *,
    name: str | None = None,
    format: str | None = None,  # noqa: A002 - what Source calls it
    limits: Limits | None = None,
) -> Document:
    r"""Read a file: plain text, Markdown, a web page, a Word or a PDF document.

    Args:
        data: The file.
        name: What messages call it.
        format: One of `Format`; None to tell it by the content.
        limits: How much is read; None for bounds that no real report comes near.

    Returns:
        The text, with tables as rows of cells between bars, and what was odd.

    Raises:
        UsageError: The file is damaged, of no format that gikparse reads, or beyond the
            limits, or its format needs an extra that is not installed. The message names
            the file and the cause.

    Example:
        >>> read("一、总体情况\n".encode("gb18030")).source.encoding
        'gb18030'
        >>> read(b"\x89PNG\r\n", name="2023.png")
        Traceback (most recent call last):
        ...
        gikparse.errors.UsageError: 2023.png is a PNG image: recognise its text first
    """
    job = Job(name=name or "the data", limits=limits or Limits())
    job.require(len(data), "file_bytes", "bytes")
    found = sniff(data, job) if format is None else _known(format)
    return _reader(found, job)(data, job, name=name)


def _known(name: str) -> Format:
    try:
        return Format(name)
    except ValueError:
        raise UsageError(f"no format is called {name!r}: {', '.join(Format)}") from None


def _reader(found: Format, job: Job) -> Reader:
    entry = FORMATS[found]
    module, _, function = entry.reader.partition(":")
    try:
        reader: Reader = getattr(import_module(f"gikparse.readers.{module}"), function)
    except ModuleNotFoundError as error:
        extra = entry.extra
        if extra is None or not error.name or error.name.partition(".")[0] != extra.package:
            raise
        raise UsageError(
            f"{job.name}: to read {extra.reads}, gikparse needs {extra.package}:"
            f" pip install 'gikparse[{extra.name}]'"
        ) from None
    return reader
