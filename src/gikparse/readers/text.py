r"""Bytes as text: byte order marks, UTF-8, UTF-16, GB 18030 (GBK, GB 2312) and Big5."""

from __future__ import annotations

import codecs

import attrs

from gikparse.diagnostics import Diagnostic
from gikparse.diagnostics.reading import LOST_MOJIBAKE, MOJIBAKE, UNCERTAIN_ENCODING, UNDECODABLE
from gikparse.errors import UsageError
from gikparse.readers.document import Document
from gikparse.readers.encodings import likeness
from gikparse.readers.limits import Job
from gikparse.readers.mojibake import repair
from gikparse.source import Source, Span

#: A byte order mark says what the encoding is. GB18030 has one, too.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

#: Encodings for bytes that are no UTF-8, the likeliest first.
_OTHERS = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_SAMPLE = 8_000
#: How much of a file tells its format, in bytes.
_BEGINNING = 200_000

#: So many characters in order for one that is not: a text in UTF-8 that was damaged
#: has them, and a text in another encoding never does.
_TELLING = 10

#: Encodings whose likeness differs by less are told apart by nothing.
_MARGIN = 0.15


@attrs.frozen(kw_only=True)
class Decoded:
    """The text of a file.

    Attributes:
        text: The text without a byte order mark, its line ends as they are.
        encoding: The encoding that it was read in, as Python calls it.
        diagnostics: What could not be decoded, and what is uncertain.
    """

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, job: Job | None = None) -> Decoded:
    r"""Decode the bytes of a text.

    A byte order mark decides. Without one the text is UTF-8 if it can be, even a
    little damaged; else it is GB 18030-2022 (which holds GBK and GB 2312), Big5 or
    UTF-16, whatever looks most like Chinese. Bytes that cannot be decoded are
    replaced by U+FFFD. Text that was decoded wrongly before it was saved is turned back.

    Args:
        data: The bytes.
        job: What bounds the text.

    Raises:
        UsageError: The text is too long.

    Example:
        >>> decode("一、总体情况\r\n".encode("gbk")).text
        '一、总体情况\r\n'
        >>> decode("一、總體情況".encode("big5")).encoding
        'big5hkscs'
    """
    decoded = _repaired(_decode(data))
    (job or Job()).require(len(decoded.text), "text_chars", "characters of text")
    return decoded


def decode_beginning(data: bytes) -> str:
    """The beginning of a file as text, to tell what it is; damage does not matter."""
    return _decode(data[: _BEGINNING & ~1]).text


def _decode(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    try:
        # Text in UTF-16 without a mark can be UTF-8 that is full of NUL.
        if b"\0" not in data[:_SAMPLE]:
            return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        if damaged := _damaged_utf8(data):
            return damaged
    return _likeliest(data)


def _likeliest(data: bytes) -> Decoded:
    """The text in the encoding in which it looks most like Chinese."""
    sample = data[: _SAMPLE & ~1]
    wide = len(data) % 2 == 0 and b"\0" in sample
    names = ("utf-8", *_OTHERS) if wide else ("utf-8", *_OTHERS[:2])
    ranked = sorted(
        ((likeness(sample.decode(name, "replace")), name) for name in names),
        key=lambda tried: -tried[0],
    )
    (best, encoding), (second, other) = ranked[0], ranked[1]
    if best <= 0 or (best - second < _MARGIN and encoding in ("utf-8", "big5hkscs")):
        # Nothing tells; in GB18030 nearly all bytes are text, and most of them are.
        encoding, other = "gb18030", encoding if encoding != "gb18030" else other
    decoded = _decode_as(data, encoding)
    if best - second >= _MARGIN or decoded.text.isascii():
        return decoded
    unsure = UNCERTAIN_ENCODING.at(
        Span(0, min(1, len(decoded.text))), encoding=_shown(encoding), other=_shown(other)
    )
    return attrs.evolve(decoded, diagnostics=(unsure, *decoded.diagnostics))


def _decode_as(data: bytes, encoding: str) -> Decoded:
    """Decode what can be decoded, and report what cannot."""
    text = data.decode(encoding, "replace")
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        start = len(data[: error.start].decode(encoding))
        found = UNDECODABLE.at(
            Span(start, start + 1), count=text.count("\ufffd"), encoding=_shown(encoding)
        )
        return Decoded(text=text, encoding=encoding, diagnostics=(found,))
    return Decoded(text=text, encoding=encoding)


def _damaged_utf8(data: bytes) -> Decoded | None:
    """The text as UTF-8 if it was that before some bytes of it were lost.

    GB18030 takes nearly any bytes: a UTF-8 file that was cut in the middle of a
    character would be read without a complaint, and to nonsense.
    """
    decoded = _decode_as(data, "utf-8")
    lost = decoded.text.count("\ufffd")
    found = sum(character > "\x7f" for character in decoded.text) - lost
    return decoded if found >= lost * _TELLING else None


def _repaired(decoded: Decoded) -> Decoded:
    """The text turned back, if it is mojibake."""
    found = repair(decoded.text)
    if found is None:
        return decoded
    at = Span(0, min(1, len(found.text)))
    real, wrong = _shown(found.real), _shown(found.wrong)
    if found.lost:
        place = found.text.index("\ufffd")
        at = Span(place, place + 1)
        said = LOST_MOJIBAKE.at(at, count=found.lost, real=real, wrong=wrong)
    else:
        said = MOJIBAKE.at(at, real=real, wrong=wrong)
    # Places of what could not be decoded counted in the text as it was.
    return Decoded(text=found.text, encoding=decoded.encoding, diagnostics=(said,))


def _shown(encoding: str) -> str:
    return {"big5hkscs": "Big5", "gbk": "GBK"}.get(encoding, encoding.upper())


def read_plain(data: bytes, job: Job, *, name: str | None = None) -> Document:
    """Read a text file: what it holds is the text.

    Args:
        data: The file.
        job: What bounds it.
        name: What the source is called.

    Raises:
        UsageError: The text is too long, or the file is no text.
    """
    decoded = decode(data, job)
    # One stray NUL is damage to a text; many are another kind of file.
    if decoded.text.count("\0") * 100 > len(decoded.text):
        raise UsageError(f"{job.name} is no text: it holds NUL bytes, as programs and images do")
    source = Source(text=decoded.text, name=name, format="text", encoding=decoded.encoding)
    return Document(source=source, diagnostics=decoded.diagnostics)
