"""Find the figures of a text, and read them with the patterns of the quantity grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
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
#: The first part of their name says how approximations limit the number.
_BOUNDS = {"ABOUT": Bound.ABOUT, "LEAST": Bound.AT_LEAST, "MOST": Bound.AT_MOST}
#: The longest approximation before a number has so many characters.
_BEFORE_WIDTH = 4
_CONTEXT_WIDTH = 4
_LARGE = ("万", "亿")


@attrs.frozen(kw_only=True)
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
    for match in _matches(text):
        kind = match.lastgroup or ""
        if kind not in _FIGURES:
            mentions.append(Mention(kind, *match.span()))
        elif figure := _figure(text, match):
            figures.append(figure)
    return figures, mentions


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The numbers of a text; looking only where one can start is much quicker."""
    numbers = pattern("quantity", *_MENTIONS, *_FIGURES)
    end = 0
    for start in pattern("quantity", "NUMBER_START").finditer(text):
        if start.start() >= end and (match := numbers.match(text, start.start())):
            end = match.end()
            yield match


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    """A numeral with the approximations and the unit around it; None where it counts nothing."""
    start, end = match.span()
    before = _approximation_before(text, start)
    opening = before.start() if before else start
    share = match["OF"]
    numeral = match["PARTS"] or match["CHINESE"]
    if numeral and not numeral.isascii() and not is_well_formed(numeral):
        return None
    unit = _SHARES[share] if share else None
    if not share:
        behind = measure_pattern().match(text, end)
        if behind:
            unit, end = behind["unit"], behind.end()
        elif match["CHINESE"] or not stands_bare(
            text[max(start - _CONTEXT_WIDTH, 0) : start], text[end : end + _CONTEXT_WIDTH]
        ):
            return None
        if match["CHINESE"] and not _counts(text, match, end, bare=before is None):
            return None
    after = pattern("quantity", *_AFTER).match(text, end)
    value, number_end = _read_share(match) if share else _read_number(match)
    large = text[number_end - 1]
    if unit == "元" and large in _LARGE and number_end > start + 1:
        # 5万余元 is 5 in 万元, as 5万元 is, of which the numeral is 5.
        value, unit = whole(value / Decimal(read_multiplier(large))), large + unit
        if match["MULTIPLIER"] == large and not match["MORE_AFTER"]:
            number_end = match.end("ARABIC" if match["ARABIC"] else "CHINESE")
    measure = measures()[unit] if unit else None
    return Figure(
        start=opening,
        end=after.end() if after else end,
        number_start=match.start("PARTS") if share else start,
        number_end=number_end,
        value=value,
        unit=unit,
        bound=_bound(before, match, after),
        kind=measure.kind if measure else None,
        base_value=whole(value * measure.factor) if measure else value,
        base_unit=measure.base if measure else None,
    )


def _approximation_before(text: str, start: int) -> re.Match[str] | None:
    """The approximation before a numeral."""
    last = start - 2 if text.startswith(" ", start - 1) and start > 1 else start - 1
    if last < 0 or not pattern("quantity", "BEFORE_END").match(text, last):
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


def _read_share(match: re.Match[str]) -> tuple[Number, int]:
    """The value of a share, and where its numeral ends."""
    parts = match["PARTS"]
    value = read_arabic(parts) if parts.isascii() else read_chinese(parts)
    return value, match.end("PARTS")


def _read_number(match: re.Match[str]) -> tuple[Number, int]:
    """The value of a number, and where its numeral ends, without 余 behind it."""
    arabic, multiplier = match["ARABIC"], match["MULTIPLIER"]
    value = read_arabic(arabic) if arabic else read_chinese(match["CHINESE"])
    if multiplier:
        return whole(value * read_multiplier(multiplier)), match.end("MULTIPLIER")
    return value, match.end("ARABIC" if arabic else "CHINESE")


def _bound(
    before: re.Match[str] | None, match: re.Match[str], after: re.Match[str] | None
) -> Bound:
    """How a number is limited by the first approximation of those around it and in it."""
    if before:
        return _BOUNDS[(before.lastgroup or "").partition("_")[0]]
    if match["MORE"] or match["MORE_AFTER"]:
        return Bound.AT_LEAST
    return _BOUNDS[(after.lastgroup or "").partition("_")[0]] if after else Bound.EXACT
