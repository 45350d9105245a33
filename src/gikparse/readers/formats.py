"""The formats that gikparse reads: how a file of each begins, what reads it, and what that needs."""

from __future__ import annotations

from enum import StrEnum

import attrs


class Format(StrEnum):
    """A format that gikparse reads.

    Example:
        >>> from gikparse.readers import read
        >>> Format(read("一、总体情况".encode()).source.format)
        <Format.TEXT: 'text'>
    """

    #: Plain text and Markdown.
    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    #: Read by way of LibreOffice: .doc and .wps, .rtf, .odt.
    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"


@attrs.frozen
class Extra:
    """What the reader of a format needs beside gikparse.

    Attributes:
        name: The extra that installs it.
        package: The package that is missing without it.
        reads: What it is needed for, for messages.
    """

    name: str
    package: str
    reads: str


@attrs.frozen(kw_only=True)
class Entry:
    """A format among those that gikparse reads.

    Attributes:
        reader: Its module in `gikparse.readers` and the function there. It is imported when a
            file needs it, because some need packages that only an extra installs.
        extra: What it needs; None for nothing.
        magic: How every file of the format begins; None where more has to be looked at.
    """

    reader: str
    extra: Extra | None = None
    magic: bytes | None = None


FORMATS = {
    Format.TEXT: Entry(reader="text:read_plain"),
    Format.HTML: Entry(reader="html:read_html", extra=Extra("html", "selectolax", "web pages")),
    Format.DOCX: Entry(reader="docx:read_docx"),
    Format.PDF: Entry(
        reader="pdf:read_pdf", extra=Extra("pdf", "pypdfium2", "PDF documents"), magic=b"%PDF-"
    ),
    Format.DOC: Entry(reader="office:read_doc"),
    Format.RTF: Entry(reader="office:read_rtf", magic=b"{\\rtf"),
    Format.ODT: Entry(reader="office:read_odt"),
}
