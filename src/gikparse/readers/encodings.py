"""In which encoding bytes are text, where no mark says it."""

from __future__ import annotations

from functools import cache

from gikparse.data.files import read_toml

#: How many characters tell an encoding.
_SAMPLE = 4_000


@cache
def _common() -> frozenset[str]:
    return frozenset("".join(read_toml("decoding")["common"].split()))


def likeness(text: str) -> float:
    """How much a text looks like Chinese that somebody wrote, from below 0 to 1.

    It is the share of common characters among those beyond ASCII. Characters that
    nobody types count against it: those of private areas, controls, and U+FFFD.

    Example:
        >>> likeness("政府信息公开工作年度报告"), likeness("鏀垮簻淇℃伅鍏紑")
        (0.916..., 0.0)
    """
    text = text[:_SAMPLE]
    strange = sum(map(_is_strange, text))
    beyond = [character for character in text if character > "\x7f"]
    if not beyond and not strange:
        return 0.0
    common = _common()
    known = sum(character in common for character in beyond)
    return (known - 2 * strange) / max(len(beyond), strange)


def _is_strange(character: str) -> bool:
    code = ord(character)
    return (
        code < ord("\t")
        or 0x80 <= code < 0xA0
        or 0xD800 <= code < 0xF900  # surrogates and the private area
        or code == 0xFFFD
        or code > 0xF0000
    )
