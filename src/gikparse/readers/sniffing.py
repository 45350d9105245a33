"""What a file is, told by what is in it: names of files lie."""

from __future__ import annotations

from gikparse.errors import UsageError
from gikparse.readers.formats import FORMATS, Format
from gikparse.readers.limits import Job
from gikparse.readers.package import Package

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

#: How files begin that gikparse does not read.
_FOREIGN = (
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive: unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive: unpack it first"),
    (b"\x89PNG", "a PNG image: recognise its text first"),
    (b"\xff\xd8\xff", "a JPEG image: recognise its text first"),
    (b"GIF8", "a GIF image: recognise its text first"),
    (b"II*\x00", "a TIFF image: recognise its text first"),
    (b"MM\x00*", "a TIFF image: recognise its text first"),
)

#: What a ZIP archive is that holds a file of this name, or files in this folder.
_PACKED = (
    ("word/", Format.DOCX),
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("OFD.xml", "an OFD document (GB/T 33190): convert it to PDF first"),
)
_ODT = b"application/vnd.oasis.opendocument.text"
#: A PDF document may have other bytes before its own.
_PDF_WITHIN = 1024


def sniff(data: bytes, job: Job) -> Format:
    """The format of a file, told by its content.

    Args:
        data: The file.
        job: What messages call it.

    Returns:
        The format; `Format.TEXT` for all that is no other.

    Raises:
        UsageError: It is of a format that gikparse does not read; the message says which.

    Example:
        >>> sniff(b"%PDF-1.7 ...", Job())
        <Format.PDF: 'pdf'>
        >>> sniff("<p>一、总体情况</p>".encode("gbk"), Job())
        <Format.HTML: 'html'>
    """
    for format_, entry in FORMATS.items():
        if entry.magic is not None and data.startswith(entry.magic):
            return format_
    for magic, kind in _FOREIGN:
        if data.startswith(magic):
            raise UsageError(f"{job.name} is {kind}")
    if data.startswith(_ZIP):
        return _sniff_archive(data, job)
    if data.startswith(_OLE):
        return _sniff_ole(data, job)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Format.PDF
    return _sniff_text(data)


def _sniff_archive(data: bytes, job: Job) -> Format:
    package = Package.open(data, job)
    names = package.names
    for prefix, kind in _PACKED:
        if any(name.startswith(prefix) for name in names):
            if isinstance(kind, Format):
                return kind
            raise UsageError(f"{job.name} is {kind}; gikparse does not read it")
    if "mimetype" in names and package.read("mimetype").startswith(_ODT):
        return Format.ODT
    shown = ", ".join(names[:3]) or "nothing"
    raise UsageError(f"{job.name} is a ZIP archive with {shown} in it: unpack it first")


def _sniff_ole(data: bytes, job: Job) -> Format:
    """What an old Office document is: its directory holds the names of its streams."""
    for stream, kind in (("Workbook", "Excel workbook"), ("PowerPoint", "presentation")):
        if stream.encode("utf-16-le") in data and "WordDocument".encode("utf-16-le") not in data:
            raise UsageError(f"{job.name} is an old {kind}; gikparse does not read it")
    return Format.DOC


def _sniff_text(data: bytes) -> Format:
    from gikparse.readers.markup import is_html
    from gikparse.readers.text import decode_beginning

    return Format.HTML if is_html(decode_beginning(data)) else Format.TEXT
