"""Numbering schemes, and what number a mark stands for."""

from __future__ import annotations

import unicodedata
from enum import Enum
from functools import lru_cache


class NumberingScheme(Enum):
    """How a heading is numbered, from the largest part to the smallest.

    GB/T 9704-2012 prescribes `CHINESE`, `CHINESE_PAREN`, `ARABIC` and
    `ARABIC_PAREN`, in this order; `PART` and `CIRCLED` are met as well.

    Example:
        >>> NumberingScheme.CHINESE_PAREN.level
        2
    """

    #: 第一部分, 第一章
    PART = "part"
    #: 一、
    CHINESE = "chinese"
    #: （一） and ㈠
    CHINESE_PAREN = "chinese_paren"
    #: 1. and 1、
    ARABIC = "arabic"
    #: （1） and ⑴
    ARABIC_PAREN = "arabic_paren"
    #: ①
    CIRCLED = "circled"

    level: int

    def __init__(self, _: str) -> None:
        # Members are declared from the largest part down, so that the place is the rank.
        self.level = len(self.__class__.__members__)


#: A terminal of `grammars/numbering.lark` with this ending is a mark that lost a part.
LOST = "_LOST"
#: So many marks are kept in mind: every report has the same ones.
MARKS_KEPT = 1024


@lru_cache(MARKS_KEPT)
def scheme_of(terminal: str) -> NumberingScheme:
    """The scheme that a terminal of `grammars/numbering.lark` belongs to."""
    return NumberingScheme(terminal.removesuffix(LOST).lower())


@lru_cache(MARKS_KEPT)
def ordinal(marker: str) -> int | None:
    """The number that a mark stands for.

    Args:
        marker: A mark as written, in any scheme and width.

    Returns:
        The number, or None where the mark holds no numeral.

    Example:
        >>> [ordinal(m) for m in ("十二、", "（廿三）", "㈣", "⑸", "１２．", "第二章", "项")]
        [12, 23, 4, 5, 12, 2, None]
    """
    digits = 0
    total = 0
    seen = False
    for character in marker:
        value = _numeral(character)
        if value is None:
            continue
        seen = True
        if value == 10:  # 十 multiplies what stands before it, and stands for 10 alone
            total += (digits or 1) * 10
            digits = 0
        elif value > 10:  # 廿, 百 and the marks that are a whole number, such as ⑫
            total += value * (digits or 1)
            digits = 0
        else:
            digits = digits * 10 + value
    return total + digits if seen else None


def _numeral(character: str) -> int | None:
    if character == "○":  # a circle, typed for 〇
        return 0
    value = unicodedata.numeric(character, None)
    return int(value) if value is not None and value.is_integer() else None
