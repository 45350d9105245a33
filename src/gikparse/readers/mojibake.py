"""Text that a program read in an encoding that it was not in, turned back where that can be."""

from __future__ import annotations

from functools import cache

import attrs

from gikparse.data.files import read_toml
from gikparse.readers.encodings import likeness

#: A text that looks like Chinese is left as it is.
_GOOD = 0.2
#: What comes out must look so much better.
_GAIN = 0.2
#: Of a text that was turned back, at most so much is lost.
_MOST_LOST = 0.4
#: How many characters of a text are tried first.
_SAMPLE = 4_000
#: No encoding that is tried has a character for it.
_NO_BYTE = b"\xff"


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
    tried = [(_promise(sample, wrong, real), wrong, real) for wrong, real in _readings()]
    best, wrong, real = max(tried)
    if best < max(score + _GAIN, _GOOD):
        return None
    turned = _turn_back(text, wrong, real)
    lost = turned.count("\ufffd") - text.count("\ufffd")
    return Repaired(text=turned, real=real, wrong=wrong, lost=max(lost, 0))


@cache
def _readings() -> tuple[tuple[str, str], ...]:
    listed = read_toml("decoding")["mojibake"]["readings"]
    return tuple((reading["wrong"], reading["real"]) for reading in listed)


def _promise(sample: str, wrong: str, real: str) -> float:
    """How much a sample looks like Chinese when turned back, what is lost left aside."""
    turned = _turn_back(sample, wrong, real)
    left = turned.replace("\ufffd", "")
    return likeness(left) if len(turned) - len(left) <= len(turned) * _MOST_LOST else 0.0


def _turn_back(text: str, wrong: str, real: str) -> str:
    """The text in its real encoding, line by line, so that damage stays in its line."""
    # Not splitlines(), which also splits at characters that are bytes of others here.
    lines = text.split("\n")
    turned = "\n".join(_bytes(line, wrong).decode(real, "replace") for line in lines)
    # Programs wrote a question mark for bytes that were no character.
    return turned.replace("\ufffd?", "\ufffd")


def _bytes(line: str, encoding: str) -> bytes:
    """The bytes that were read as this line."""
    try:
        return line.encode(encoding)
    except UnicodeEncodeError:
        return b"".join(_byte_run(character, encoding) for character in line)


def _byte_run(character: str, encoding: str) -> bytes:
    """The bytes of a character, also of one that only some programs give to bytes."""
    if character in _windows_bytes():
        return _windows_bytes()[character]
    # GB 18030 has characters for pairs of bytes that are none in GBK.
    for name in (encoding, "gb18030") if encoding == "gbk" else (encoding,):
        try:
            return character.encode(name)
        except UnicodeEncodeError:
            continue
    return _NO_BYTE


@cache
def _windows_bytes() -> dict[str, bytes]:
    """Bytes to which Windows gives a character and the standard does not, such as € for 80."""
    single = {bytes([code]).decode("cp1252", "ignore"): bytes([code]) for code in range(0x80, 0xA0)}
    return {character: byte for character, byte in single.items() if character}
