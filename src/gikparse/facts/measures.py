"""Measure words: what they measure, and where a word only looks like one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from gikparse.data.files import read_toml
from gikparse.patterns import any_of, character_class


class Measure(NamedTuple):
    """A measure word.

    Attributes:
        kind: What it measures.
        base: The base unit.
        factor: How many base units it is.
    """

    kind: str
    base: str
    factor: int


@cache
def measures() -> Mapping[str, Measure]:
    """All measure words, those of tables included."""
    entries = read_toml("units")["units"] | _data()["units"]
    return {
        word: Measure(entry["kind"], entry["base"], entry["factor"])
        for word, entry in entries.items()
    }


@cache
def measure_alternatives() -> str:
    """A pattern for any measure word that is not the start of another word, longest first."""
    not_before: dict[str, str] = _data()["not_before"]
    longest_first = sorted(measures(), key=lambda word: (-len(word), word))
    return "|".join(
        re.escape(word) + (f"(?![{re.escape(after)}])" if (after := not_before.get(word)) else "")
        for word in longest_first
    )


@cache
def measure_pattern() -> re.Pattern[str]:
    """Matches a measure word behind a numeral, blanks between them allowed."""
    first = character_class({word[0] for word in measures()})
    return re.compile(f" {{0,2}}(?={first})(?P<unit>{measure_alternatives()})")


@cache
def name_pattern() -> re.Pattern[str]:
    """Matches a name or a fixed word that looks like a number with a measure word."""
    return re.compile(any_of((*_data()["names"]["words"], *_data()["not_one"]["words"])))


def counts_behind(word: str, before: str) -> bool:
    """Whether a word counts behind a character: 一起 may mean together, 零 may be part of a word.

    Example:
        >>> counts_behind("一起", "生"), counts_behind("一起", "在"), counts_behind("两件", "在")
        (True, False, True)
        >>> counts_behind("三级", "县"), counts_behind("十分", "人")
        (True, False)
    """
    after = _data()["not_one"]["after"].get(word)
    if after is None and word[0] in "零〇○":
        after = _data()["zero"]["after"]
    return after is None or (before != "" and before in after)


def approximates_behind(word: str, before: str) -> bool:
    """Whether a word is an approximation behind a character: 约 in 节约 is none.

    Example:
        >>> approximates_behind("约", "节"), approximates_behind("约", "开")
        (False, True)
    """
    return before not in _data()["not_after"].get(word, "") or not before


def counts_noun(unit: str | None) -> bool:
    """Whether a measure word counts the noun behind it, where there is one: 10个方面."""
    return unit in _data()["noun"]["before"]


@cache
def counted_nouns() -> tuple[str, ...]:
    """Nouns that any measure word before them counts: 四条途径."""
    return tuple(_data()["noun"]["counted"])


def are_alike(unit: str | None, other: str | None) -> bool:
    """Whether figures with two measure words may be added up.

    Example:
        >>> are_alike("件", "宗"), are_alike("篇", "条"), are_alike("条", "次")
        (True, True, False)
    """
    if unit is None or other is None:
        return unit == other
    bases = {measures()[unit].base, measures()[other].base}
    return len(bases) == 1 or bases <= set(_data()["alike"]["units"])


def stands_bare(before: str, after: str) -> bool:
    """Whether a number without a measure word is a figure between two stretches of text.

    Example:
        >>> stands_bare("共受理", "申请"), stands_bare("电话", ";"), stands_bare("总数", "年")
        (True, False, False)
    """
    behind, not_before = _bare()
    following = after.lstrip(" ")[:1]
    if following and following in not_before:
        return False
    return before.rstrip(" :").endswith(behind)


@cache
def _bare() -> tuple[tuple[str, ...], str]:
    """What a number without a measure word stands behind, and what it does not stand before."""
    bare = _data()["bare"]
    return tuple(bare["after"]), bare["not_before"]


@cache
def _data() -> dict[str, Any]:
    return read_toml("measures")
