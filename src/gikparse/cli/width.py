"""Text on a screen: how wide it is, and how to cut, pad and wrap it."""

from __future__ import annotations

import os
import sys
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CUT = "…"
#: Between the cells of a table.
BAR = " │ "
#: No column of words, and no column of figures, is made narrower than this to save room.
LEAST_WORDS = 16
LEAST_FIGURES = 8
#: For output that goes to a file, and for screens that are wider than one reads with ease.
COLUMNS = 120

_FIGURE_MARKS = frozenset(".,+-%/．，＋－％—–")

#: Marks that do not begin a line.
_CLOSING = frozenset(("Pe", "Pf", "Po"))


def columns() -> int:
    """How wide the output may be."""
    try:
        return max(40, min(COLUMNS, os.get_terminal_size(sys.stdout.fileno()).columns))
    except OSError:  # not a terminal
        return COLUMNS


@cache
def width_of(character: str) -> int:
    """How many columns a character takes: 2 if it is a Chinese one, 0 if it sits on another.

    Example:
        >>> [width_of(c) for c in ("年", "（", "a", "\N{COMBINING ACUTE ACCENT}")]
        [2, 2, 1, 0]
    """
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def width(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(map(width_of, text))


class _Visible(dict[int, str]):
    """What stands on the screen for a character that would move the cursor or not be seen."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if category in ("Zs", "Zl", "Zp") or character == "\t":
            shown = " " if width_of(character) == 1 else character
        elif code < 0x20:
            shown = chr(0x2400 + code)  # the picture of the control character
        else:
            shown = "\N{REPLACEMENT CHARACTER}" if category in ("Cc", "Cf", "Cs") else character
        self[code] = shown
        return shown


_VISIBLE = _Visible()


def visible(text: str) -> str:
    r"""A text that does nothing to the screen, of the same length.

    Example:
        >>> visible("公\t开\x1b[2J\u200b")
        '公 开␛[2J�'
    """
    return text if text.isprintable() else text.translate(_VISIBLE)


def one_line(text: str) -> str:
    r"""A text without its line breaks and with single blanks, fit for the screen.

    Example:
        >>> one_line("某某县\n2018年  年度报告")
        '某某县2018年 年度报告'
    """
    pieces: list[str] = []
    for line in text.splitlines():
        words = " ".join(line.split())
        if pieces and words and pieces[-1][-1].isascii() and words[0].isascii():
            pieces.append(" ")  # only Chinese is written on without a blank
        if words:
            pieces.append(words)
    return visible("".join(pieces))


def cut(text: str, limit: int) -> str:
    """A text that takes no more columns than the limit, with … in place of what does not fit.

    Example:
        >>> cut("主动公开政府信息情况", 9), cut("概述", 4)
        ('主动公开…', '概述')
    """
    if width(text) <= limit:
        return text
    return text[: _fitting(text, 0, limit - 1)] + CUT


def pad(text: str, to: int, *, right: bool = False) -> str:
    """A text filled up with blanks, on its left if it is to stand at the right."""
    blanks = " " * (to - width(text))
    return blanks + text if right else text + blanks


def narrow(widths: list[int], limit: int, least: Sequence[int]) -> None:
    """Take from the widest columns of a table until all fit, or none can give any more.

    Example:
        >>> widths = [40, 12, 4]
        >>> narrow(widths, 30, least=[16, 8, 8])
        >>> widths
        [16, 10, 4]
    """
    while (excess := sum(widths) - limit) > 0:
        able = [i for i, taken in enumerate(widths) if taken > least[i]]
        if not able:
            return
        widest = max(widths[i] for i in able)
        giving = [i for i in able if widths[i] == widest]
        to = widest - -(-excess // len(giving))
        next_widest = max((widths[i] for i in able if widths[i] < widest), default=0)
        for i in giving:
            widths[i] = max(to, next_widest, least[i])


def is_figure(cell: str) -> bool:
    """Whether a cell holds a number, a dash, or nothing.

    Example:
        >>> [is_figure(cell) for cell in ("-5", "１,２８６．３５", "—", "", "1.属于国家秘密")]
        [True, True, True, True, False]
    """
    return all(c.isdecimal() or c in _FIGURE_MARKS for c in cell)


def wrap(text: str, limit: int) -> Iterator[str]:
    """The lines of a text that may take so many columns.

    A closing mark that would begin a line is taken with the line before, as
    Chinese is printed. A word of Latin letters is not divided if it fits a line.

    Example:
        >>> list(wrap("主动公开、依申请公开", 8)), list(wrap("Disclosure granted", 14))
        (['主动公开、', '依申请公', '开'], ['Disclosure ', 'granted'])
    """
    start = 0
    while start < len(text):
        end = max(_fitting(text, start, limit), start + 1)
        if end < len(text) and unicodedata.category(text[end]) in _CLOSING:
            end += 1
        elif end < len(text) and _is_letter(text[end - 1]) and _is_letter(text[end]):
            end = text.rfind(" ", start, end) + 1 or end
        yield text[start:end]
        start = end


def _is_letter(character: str) -> bool:
    return character.isascii() and not character.isspace()


def _fitting(text: str, start: int, limit: int) -> int:
    """Where the characters from a place on have taken so many columns."""
    taken = 0
    for place in range(start, len(text)):
        taken += width_of(text[place])
        if taken > limit:
            return place
    return len(text)
