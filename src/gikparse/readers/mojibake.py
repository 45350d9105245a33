"""Text that a program read in an encoding that it was not in, turned back where that can be."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from functools import cache

import attrs

from gikparse.data.files import read_toml
from gikparse.readers.encodings import likeness

#: A text that looks like Chinese is left as it is.
_GOOD = 0.2
#: What comes out must look so much better.
_GAIN = 0.2
#: How many characters of a text are tried first.
_SAMPLE = 4_000


@attrs.frozen(kw_only=True)
class Repaired:
    r"""A text that was turned back.

    Attributes:
        text: The text; \ufffd stands for what is lost.
        real: The encoding that it was in.
        wrong: The encoding that it was read in.
        lost: How many characters cannot be told.
    """

    text: str
    real: str
    wrong: str
    lost: int


def repair(text: str) -> Repaired | None:
    """Turn a text back that was decoded wrongly; None for all others.

    Example:
        >>> repair("涓€銆佹€讳綋鎯呭喌").text
        '一、总体情况'
        >>> repair("一、总体情况") is None
        True
    """
    sample = text[:_SAMPLE]
    score = likeness(sample)
    if score >= _GOOD or sample.isascii():
        return None
    tried = [
        (likeness(_turn_back(sample, wrong, real)), wrong, real) for wrong, real in _readings()
    ]
    best, wrong, real = max(tried)
    if best < score + _GAIN:
        return None
    turned = _turn_back(text, wrong, real)
    lost = turned.count("\ufffd") - text.count("\ufffd")
    return Repaired(text=turned, real=real, wrong=wrong, lost=max(lost, 0))


@cache
def _readings() -> tuple[tuple[str, str], ...]:
    listed = read_toml("decoding")["mojibake"]["readings"]
    return tuple((reading["wrong"], reading["real"]) for reading in listed)


def _turn_back(text: str, wrong: str, real: str) -> str:
    """The text in its real encoding, line by line, so that damage stays in its line."""
    return "".join(
        _bytes(line, wrong).decode(real, "replace") for line in text.splitlines(keepends=True)
    )


def _bytes(line: str, encoding: str) -> bytes:
    """The bytes that were read as this line."""
    try:
        return line.encode(encoding)
    except UnicodeEncodeError:
        return b"".join(_pieces(line, encoding))


def _pieces(line: str, encoding: str) -> Iterator[bytes]:
    for character in line:
        try:
            yield character.encode(encoding)
        except UnicodeEncodeError:
            yield _windows_byte(character)


@cache
def _windows_bytes() -> dict[str, bytes]:
    """Bytes to which Windows gives a character and the standard does not, such as € for 80."""
    found = {"\u20ac": b"\x80"}
    for code in range(0x80, 0xA0):
        character = bytes([code]).decode("cp1252", "ignore")
        if character:
            found[character] = bytes([code])
    return found


def _windows_byte(character: str) -> bytes:
    return _windows_bytes().get(character, codecs.BOM_UTF8[:1])
