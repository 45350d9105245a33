"""What number a numeral stands for, in figures, in characters and in a mixture of both."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

Number = int | Decimal

_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def whole(number: Number) -> Number:
    """The number as an `int` where it is one."""
    if isinstance(number, int):
        return number
    return int(number) if number == int(number) else number


def read_arabic(numeral: str) -> Number:
    """The number of a numeral in figures, with or without thousands separators.

    Example:
        >>> read_arabic("2,543"), read_arabic("36.50")
        (2543, Decimal('36.50'))
    """
    bare = numeral.replace(",", "")
    return whole(Decimal(bare)) if "." in bare else int(bare)


def read_multiplier(multiplier: str) -> int:
    """The product of multiplying characters.

    Example:
        >>> read_multiplier("千万")
        10000000
    """
    product = 1
    for character in multiplier:
        product *= _MULTIPLIERS[character]
    return product


def is_well_formed(numeral: str) -> bool:
    """Whether the characters of a numeral stand in an order that a number is written in.

    Example:
        >>> [n for n in ("二十三", "一万二", "十五万亿", "二〇一六", "三廿", "两千千", "二三十") if is_well_formed(n)]
        ['二十三', '一万二', '十五万亿', '二〇一六']
        >>> is_well_formed("三五")  # three to five
        False
    """
    if "点" in numeral:
        return True
    if all(_digit(character) < 10 for character in numeral):
        return not _is_range(numeral)
    small, large = 10_000, 10**9
    pending = False  # whether a digit waits for its multiplier
    counted = True  # whether 万 or 亿 has something to multiply: at the front it stands for one
    for character in numeral:
        value = _digit(character)
        if value < 10:
            if pending:
                return False
            pending = value > 0
            counted = counted or pending
            continue
        if value in (20, 30):  # 廿, 卅
            if pending or small <= 10:
                return False
            small = 10
        elif value < 10_000:
            if value >= small:
                return False
            small = value
        elif (value < large and counted) or (value > 10_000 == large):  # 一万亿
            small, large = 10_000, value
        else:
            return False
        pending, counted = False, value < 10_000
    return True


def _is_range(digits: str) -> bool:
    """Whether two digits side by side say that the number lies between them: 两三, 三五, 七八."""
    if len(digits) != 2:
        return False
    low, high = map(_digit, digits)
    return 0 < low == high - 1 or digits in ("三五", "三两")


def read_chinese(numeral: str) -> Number:
    """The number of a numeral in characters.

    Example:
        >>> [read_chinese(n) for n in ("二十三", "一百零五", "两千三百", "一万二", "百", "二〇一六", "廿三")]
        [23, 105, 2300, 12000, 100, 2016, 23]
        >>> [read_chinese(n) for n in ("三点五", "百")]
        [Decimal('3.5'), 100]
    """
    before, point, after = numeral.partition("点")
    if point:
        return Decimal(f"{_read_whole(before)}.{''.join(map(str, map(_digit, after)))}")
    return _read_whole(numeral)


def _read_whole(numeral: str) -> int:
    if len(numeral) > 1 and all(_digit(character) < 10 for character in numeral):
        return int("".join(str(_digit(character)) for character in numeral))
    total = section = digit = 0
    last = 1  # the multiplier that stands before the last digit
    for character in numeral:
        value = _digit(character)
        if value < 10:
            digit = value
            last = 1 if value == 0 else last
        elif character == "亿":
            total = (total + section + digit or 1) * value
            section = digit = 0
            last = value
        elif character == "万":
            total += (section + digit or 1) * value
            section = digit = 0
            last = value
        elif value in (20, 30):  # 廿, 卅
            section += value
            last = 10
        else:
            section += (digit or 1) * value
            digit = 0
            last = value
    # 一万二 is 12000 and 三百五 is 350, but 一百零五 is 105 and 十二 is 12.
    return total + section + (digit * (last // 10) if last > 10 else digit)


def _digit(character: str) -> int:
    if character == "○":  # a circle, typed for 〇
        return 0
    if character == "两":
        return 2
    return int(unicodedata.numeric(character))
