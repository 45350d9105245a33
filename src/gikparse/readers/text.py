"""The bytes of a text file as text."""

from __future__ import annotations

import codecs

import attrs

from gikparse.diagnostics import Diagnostic, Kind, Severity
from gikparse.errors import UsageError
from gikparse.source import Span

UNDECODABLE = Kind(
    code="GIK004",
    name="undecodable-bytes",
    severity=Severity.ERROR,
    message="bytes that are not {encoding} stand in {count} places and were replaced by \ufffd",
    chinese="有{count}处字节不是有效的{encoding}编码，已替换为\ufffd",
)

#: A byte order mark says what the encoding is. GB18030 has one, too.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

#: How files begin that are no text, and what they are.
_OTHER_FORMATS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive, as Word (.docx), Excel (.xlsx) and WPS write them"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
)
_MARKUP = ((b"<!doctype html", "a web page (HTML)"), (b"<html", "a web page (HTML)"))

#: So many characters in order for one that is not: a text in UTF-8 that was damaged
#: has them, and a text in another encoding never does.
_TELLING = 10


@attrs.frozen(kw_only=True)
class Decoded:
    r"""The text of a file.

    Attributes:
        text: The text without a byte order mark, its line ends as they are.
        encoding: The encoding that it was read in, as Python calls it.
        diagnostics: What could not be decoded.
    """

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def read_text(data: bytes, *, name: str | None = None) -> Decoded:
    r"""Decode the bytes of a text file.

    A byte order mark decides. Without one the text is UTF-8 if it can be, else
    GB18030 (GB 18030-2022, which holds GBK and GB 2312). Where it is neither, the
    bytes that are no UTF-8 are replaced by U+FFFD, and a diagnostic says so.

    Args:
        data: The bytes.
        name: What an error message calls them.

    Returns:
        The text, and what it was.

    Raises:
        UsageError: The bytes are no text; the message says what they are.

    Example:
        >>> read_text("一、总体情况\r\n".encode("gbk")).text
        '一、总体情况\r\n'
        >>> read_text(b"%PDF-1.7", name="2023.pdf")
        Traceback (most recent call last):
        ...
        gikparse.errors.UsageError: 2023.pdf is a PDF document; gikparse reads text only: ...
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], encoding)
    _refuse_other_formats(data, name or "the data")
    for encoding in ("utf-8", "gb18030"):
        try:
            return Decoded(text=data.decode(encoding), encoding=encoding)
        except UnicodeDecodeError:
            if encoding == "utf-8" and (damaged := _damaged_utf8(data)):
                return damaged
    return _decode(data, "utf-8")


def _decode(data: bytes, encoding: str) -> Decoded:
    """Decode what can be decoded, and report what cannot."""
    text = data.decode(encoding, "replace")
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        start = len(data[: error.start].decode(encoding))
        found = UNDECODABLE.at(
            Span(start, start + 1), count=text.count("\ufffd"), encoding=encoding.upper()
        )
        return Decoded(text=text, encoding=encoding, diagnostics=(found,))
    return Decoded(text=text, encoding=encoding)


def _damaged_utf8(data: bytes) -> Decoded | None:
    """The text as UTF-8 if it was that before some bytes of it were lost.

    GB18030 takes nearly any bytes: a UTF-8 file that was cut in the middle of a
    character would be read without a complaint, and to nonsense.
    """
    decoded = _decode(data, "utf-8")
    lost = decoded.text.count("\ufffd")
    found = sum(character > "\x7f" for character in decoded.text) - lost
    return decoded if found >= lost * _TELLING else None


def _refuse_other_formats(data: bytes, name: str) -> None:
    opening = data[:512].lstrip().lower()
    kinds = [kind for magic, kind in _OTHER_FORMATS if data.startswith(magic)]
    kinds += [kind for magic, kind in _MARKUP if opening.startswith(magic)]
    # One stray NUL is damage to a text; many are another kind of file, or UTF-16.
    if not kinds and data.count(0) * 100 > len(data):
        kinds.append(
            "no text: it holds NUL bytes, as programs, images and UTF-16 without a mark do"
        )
    if kinds:
        raise UsageError(
            f"{name} is {kinds[0]}; gikparse reads text only: take the text out of it first"
        )
