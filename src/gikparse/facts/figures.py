"""Find the figures of a text, and read them with the patterns of the quantity grammar."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import attrs

from gikparse.facts.measures import (
    approximates_behind,
    counts_behind,
    measure_pattern,
    measures,
    name_pattern,
    stands_bare,
)
from gikparse.facts.numerals import (
    Number,
    is_well_formed,
    read_arabic,
    read_chinese,
    read_multiplier,
    whole,
)
from gikparse.grammar import pattern
from gikparse.nodes.quantities import Bound

_FIGURES = ("SHARE", "FIGURE")
#: Numbers that count nothing; what is tried first takes its number from those behind it.
_MENTIONS = (
    "CITATION",
    "LINK",
    "DOCUMENT",
    "SPAN_OF_YEARS",
    "DATE",
    "CHINESE_DATE",
    "CLOCK",
    "HOTLINE",
    "ORDINAL",
    "NAMED_NUMBER",
    "SAYING",
    "RANGE",
)
_SHARES = {"百": "%", "千": "‰"}
_BEFORE = ("ABOUT_BEFORE", "LEAST_BEFORE", "MOST_BEFORE")
_AFTER = ("ABOUT_AFTER", "LEAST_AFTER", "MOST_AFTER")
#: How approximations limit the number.
_BOUNDS = {
    f"{name}_{place}": bound
    for name, bound in (("ABOUT", Bound.ABOUT), ("LEAST", Bound.AT_LEAST), ("MOST", Bound.AT_MOST))
    for place in ("BEFORE", "AFTER")
}
#: What a figure consists of.
_PARTS = ("ARABIC", "CHINESE", "MORE", "MULTIPLIER", "MORE_AFTER")
#: What a number without a unit measures.
_BARE = (None, None, 1)
#: The longest approximation before a number has so many characters.
_BEFORE_WIDTH = 4
_CONTEXT_WIDTH = 4
_LARGE = ("万", "亿")


@attrs.define(kw_only=True)
class Figure:
    """A figure in a text.

    Attributes:
        start: Where it starts, approximation included.
        end: Where it ends, unit and approximation included.
        number_start: Where the numeral starts.
        number_end: Where the numeral ends.
        value: The number as written.
        unit: The unit, None for a bare number.
        bound: How the number limits the true one.
        kind: What the unit measures.
        base_value: The number in the base unit.
        base_unit: The base unit.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: Number
    unit: str | None
    bound: Bound
    kind: str | None
    base_value: Number
    base_unit: str | None


class Mention(NamedTuple):
    """A number that counts nothing: a date, an ordinal, the number of a document, a name, a range."""

    kind: str
    start: int
    end: int


def find_figures(text: str) -> tuple[list[Figure], list[Mention]]:
    """The figures of a text, and the numbers that count nothing.

    Args:
        text: Folded text without elisions.

    Returns:
        Both in the order of the text.

    Example:
        >>> figures, mentions = find_figures("2016年公开800余条,占百分之七十,见《三十条措施》")
        >>> [(f.value, f.unit, f.bound.value) for f in figures]
        [(800, '条', 'at_least'), (70, '%', 'exact')]
        >>> [m.kind for m in mentions]
        ['DATE', 'CITATION']
    """
    figures: list[Figure] = []
    mentions: list[Mention] = []
    number_at = _numbers().match
    end = 0
    # Looking only where a number can start is much quicker.
    for place in _number_starts().finditer(text):
        start = place.start()
        if start < end or not (match := number_at(text, start)):
            continue
        end = match.end()
        kind = match.lastgroup or ""
        if kind not in _FIGURES:
            mentions.append(Mention(kind, start, end))
        elif figure := (_share if kind == "SHARE" else _figure)(text, match):
            figures.append(figure)
    return figures, mentions


@cache
def _numbers() -> re.Pattern[str]:
    return pattern("quantity", *_MENTIONS, *_FIGURES)


@cache
def _number_starts() -> re.Pattern[str]:
    return pattern("quantity", "NUMBER_START")


@cache
def _before_end() -> re.Pattern[str]:
    return pattern("quantity", "BEFORE_END")


@cache
def _after() -> re.Pattern[str]:
    return pattern("quantity", *_AFTER)


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    """A numeral with the approximations and the unit around it; None where it counts nothing."""
    start, end = match.span()
    arabic, chinese, more, multiplier, more_after = match.group(*_PARTS)
    unit = None
    if behind := measure_pattern().match(text, end):
        unit, end = behind["unit"], behind.end()
    elif chinese or not stands_bare(
        text[max(start - _CONTEXT_WIDTH, 0) : start], text[end : end + _CONTEXT_WIDTH]
    ):
        return None
    before = _approximation_before(text, start)
    if chinese and not (is_well_formed(chinese) and _counts(text, match, end, bare=before is None)):
        return None
    value = read_arabic(arabic) if arabic else read_chinese(chinese)
    number_end = match.end("ARABIC" if arabic else "CHINESE")
    if multiplier:
        value, number_end = whole(value * read_multiplier(multiplier)), match.end("MULTIPLIER")
    large = text[number_end - 1]
    if unit == "元" and large in _LARGE and number_end > start + 1:
        # 5万余元 is 5 in 万元, as 5万元 is, of which the numeral is 5.
        value, unit = whole(value / Decimal(read_multiplier(large))), large + unit
        if multiplier == large and not more_after:
            number_end = match.end("ARABIC" if arabic else "CHINESE")
    found = _measured(text, before, (start, end), value, unit)
    found.number_start, found.number_end = start, number_end
    if before is None and (more or more_after):
        found.bound = Bound.AT_LEAST
    return found


def _share(text: str, match: re.Match[str]) -> Figure | None:
    """A share in words, 百分之七十, with the approximations around it."""
    parts = match["PARTS"]
    if parts.isascii():
        value = read_arabic(parts)
    elif is_well_formed(parts):
        value = read_chinese(parts)
    else:
        return None
    before = _approximation_before(text, match.start())
    found = _measured(text, before, match.span(), value, _SHARES[match["OF"]])
    found.number_start, found.number_end = match.span("PARTS")
    return found


def _measured(
    text: str,
    before: re.Match[str] | None,
    span: tuple[int, int],
    value: Number,
    unit: str | None,
) -> Figure:
    """A number with what its unit makes of it, and with the approximation behind it."""
    start, end = span
    after = _after().match(text, end)
    approximation = before or after
    bound = _BOUNDS[approximation.lastgroup or ""] if approximation else Bound.EXACT
    kind, base, factor = measures()[unit] if unit else _BARE
    return Figure(
        start=before.start() if before else start,
        end=after.end() if after else end,
        number_start=start,
        number_end=end,
        value=value,
        unit=unit,
        bound=bound,
        kind=kind,
        base_value=value if factor == 1 else whole(value * factor),
        base_unit=base,
    )


def _approximation_before(text: str, start: int) -> re.Match[str] | None:
    """The approximation before a numeral."""
    last = start - 2 if text.startswith(" ", start - 1) and start > 1 else start - 1
    if last < 0 or not _before_end().match(text, last):
        return None
    before = pattern("quantity", *_BEFORE)
    for place in range(max(start - _BEFORE_WIDTH, 0), start):
        match = before.match(text, place)
        if match and text[match.end() : start].strip() == "":
            fits = approximates_behind(match.group(), text[place - 1 : place] if place else "")
            return match if fits else None
    return None


def _counts(text: str, match: re.Match[str], end: int, *, bare: bool) -> bool:
    """Whether a numeral in characters with a measure word counts something."""
    start = match.start()
    numeral = match.group()
    if bare and set(numeral) <= set("百千万亿"):  # 百姓, 千家
        return False
    word, before = text[start:end], text[start - 1 : start] if start else ""
    return name_pattern().match(text, start) is None and counts_behind(word, before)
