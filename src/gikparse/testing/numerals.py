"""Write numbers as reports write them."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LARGE = ("", "万", "亿", "万亿")


def chinese(number: int) -> str:
    """A whole number in characters.

    Numbers of four digits stand before 万 and 亿; a gap in the digits is written 零, and a ten at
    the front without its 一.

    Example:
        >>> chinese(12), chinese(1_053_000)
        ('十二', '一百零五万三千')
    """
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    written = ""
    for place in reversed(range(len(groups))):
        group = groups[place]
        if group:
            gap = written and (group < 1000 or not groups[place + 1])
            written += ("零" if gap else "") + _group(group) + _LARGE[place]
    return written.removeprefix("一") if written.startswith("一十") else written


def _group(number: int) -> str:
    digits = [int(digit) for digit in str(number)]
    written = ""
    gap = False
    for place, digit in zip(reversed(range(len(digits))), digits, strict=True):
        if digit:
            written += ("零" if gap else "") + _DIGITS[digit] + _UNITS[place]
            gap = False
        else:
            gap = True
    return written
