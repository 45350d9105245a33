"""Numbers as the lists of Word documents and web pages write them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gikparse.data.files import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

_LETTERS = 26
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
#: No list is that long.
_LARGEST = 99_999


@cache
def _styles() -> Mapping[str, Mapping[str, str]]:
    return read_toml("numerals")


def style_of_css(name: str) -> str | None:
    """The style that CSS calls so; None where Arabic figures will do."""
    return _styles()["css"].get(name)


def write_number(number: int, style: str) -> str:
    """A number as a list writes it.

    Args:
        number: The number.
        style: How to write it, as Word calls it (ECMA-376, `ST_NumberFormat`); in Arabic
            figures where gikparse does not know the name.

    Example:
        >>> [write_number(n, "chineseCounting") for n in (3, 10, 12, 20, 21, 105, 110)]
        ['三', '十', '十二', '二十', '二十一', '一百〇五', '一百一十']
        >>> [write_number(28, style) for style in ("decimalFullWidth", "upperLetter", "lowerRoman")]
        ['２８', 'BB', 'xxviii']
    """
    figures, styles = str(number), _styles()
    if style in ("none", "bullet"):
        return ""
    if not 0 < number <= _LARGEST:
        return figures
    if style in styles["counted"]:
        return _count(number, styles["counted"][style])
    if style in styles["figures"]:
        return "".join(styles["figures"][style][int(figure)] for figure in figures)
    if style in styles["listed"]:
        listed = styles["listed"][style]
        return listed[number - 1] if number <= len(listed) else figures
    if style in ("upperLetter", "lowerLetter", "upperRoman", "lowerRoman"):
        written = _letters(number) if style.endswith("Letter") else _roman(number)
        return written if style.startswith("upper") else written.lower()
    return figures.zfill(2) if style == "decimalZero" else figures


def _count(number: int, numerals: str) -> str:
    """A number in words: 一百〇五."""
    figures, units = numerals[:10], numerals[10:]
    written, gap = "", False
    for place in range(len(units), -1, -1):
        figure = number // 10**place % 10
        if not figure:
            gap = bool(written)
            continue
        said = figures[0] * gap + figures[figure] + (units[place - 1] if place else "")
        # Ten is 十 and not 一十, but one hundred and ten is 一百一十.
        written += units[0] if not written and place == 1 and figure == 1 else said
        gap = False
    return written


def _letters(number: int) -> str:
    """A, B, … Z, then AA, BB, and so on."""
    rounds, place = divmod(number - 1, _LETTERS)
    return chr(ord("A") + place) * (rounds + 1)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written
