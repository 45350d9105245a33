"""Traditional to Simplified Chinese, as OpenCC's `tw2s` does it.

The dictionaries are OpenCC's and so is every result; the engine is not. Phrases
are searched with one pattern and everything else goes through one table, which
costs a small part of `OpenCC.convert`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, cached_property
from itertools import product
from typing import TYPE_CHECKING

import attrs

from gikparse.dictionaries import dictionaries, entries
from gikparse.patterns import CharacterTable, any_of
from gikparse.prepared import prepared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def to_simplified(text: str) -> str:
    """What OpenCC's `tw2s` makes of a text, neither more nor less.

    Args:
        text: Any text.

    Returns:
        A text of the same length; the very same object where nothing changes.

    Raises:
        InstallationError: OpenCC's dictionaries are not installed.

    Example:
        >>> to_simplified("顯著，沿著，不瞭解，瞭望")
        '显著，沿着，不了解，瞭望'
    """
    return _tw2s().convert(text)


def has_traditional(text: str) -> bool:
    """Whether a character stands in the text that is Traditional and nothing else.

    Characters that tw2s writes as well as changes (乾, 著) do not count.

    Raises:
        InstallationError: OpenCC's dictionaries are not installed.

    Example:
        >>> has_traditional("國家"), has_traditional("乾隆，显著")
        (True, False)
    """
    return _tw2s().has_traditional(text)


@attrs.frozen(kw_only=True, slots=False)
class _Step:
    """One step of a conversion: phrases first, then the characters outside of them."""

    phrases: Mapping[str, str]
    characters: Mapping[str, str]

    @cached_property
    def _lengths(self) -> list[int]:
        return sorted(set(map(len, self.phrases)), reverse=True)

    def outcomes(self) -> dict[str, str]:
        """All that each character of the dictionaries may become, outside of phrases first."""
        found = dict(self.characters)
        for phrase, value in self.phrases.items():
            for old, new in zip(phrase, value, strict=True):
                if new not in found.setdefault(old, old):
                    found[old] += new
        return found

    def convert(self, text: str) -> str:
        """The step as OpenCC's engine takes it, made for short texts.

        The longest phrase of the whole text wins, not the first one; of equally
        long ones the leftmost does.
        """
        result = [self.characters.get(character, character) for character in text]
        is_free = [True] * len(text)
        for length in self._lengths:
            for start in range(len(text) - length + 1):
                place = slice(start, start + length)
                if (value := self.phrases.get(text[place])) and all(is_free[place]):
                    result[place] = value
                    is_free[place] = [False] * length
        return "".join(result)


@attrs.frozen(kw_only=True, slots=False)
class _Rules:
    """A conversion of two steps, compiled.

    Attributes:
        characters: The characters that may change, in a phrase or outside, and
            what both steps make of them outside.
        traditional: Those of them that no conversion ever writes: they stand in
            no Simplified text.
        written: The pattern that finds wherever a phrase of either step may stand.
    """

    characters: CharacterTable
    traditional: frozenset[str]
    written: str

    @cached_property
    def phrases(self) -> re.Pattern[str]:
        """The compiled pattern; Simplified texts do without it."""
        return re.compile(self.written)

    def has_traditional(self, text: str) -> bool:
        """Whether a character stands in the text that is Traditional and nothing else."""
        return any(match[0] in self.traditional for match in self.characters.pattern.finditer(text))

    def convert(self, text: str) -> str:
        """The converted text; the same object where nothing may change."""
        places: list[int] = []
        for match in self.characters.pattern.finditer(text):
            if match[0] in self.traditional:
                return self._convert_all(text, most=True)
            places.append(match.start())
        if not places:
            return text
        # Characters that both scripts have are rare, and what stands between two characters
        # that are no letters is converted alone.
        parts: list[str] = []
        done = 0
        for place in places:
            if place >= done:
                start, end = _letters_around(text, place, done)
                parts += (text[done:start], self._convert_all(text[start:end], most=False))
                done = end
        return "".join((*parts, text[done:]))

    def _convert_all(self, text: str, *, most: bool) -> str:
        rough = self.characters.apply(text, most=most)
        parts: list[str] = []
        done = 0
        for start, end in self._phrase_runs(text):
            parts += (rough[done:start], self.convert_exactly(text[start:end]))
            done = end
        return "".join((*parts, rough[done:]))

    def convert_exactly(self, text: str) -> str:
        """Both steps in OpenCC's own order, made for short texts."""
        first, second = _steps()
        return second.convert(first.convert(text))

    def _phrase_runs(self, text: str) -> Iterator[tuple[int, int]]:
        """The ranges that possible phrases cover, those that overlap as one.

        Which of several overlapping phrases wins depends on their lengths, so
        they are left to the exact conversion together.
        """
        begin = end = 0
        match = self.phrases.search(text)
        while match:
            if match.start() >= end > 0:
                yield begin, end
            begin = begin if match.start() < end else match.start()
            end = max(end, match.end())
            match = self.phrases.search(text, match.start() + 1)
        if end:
            yield begin, end


def _letters_around(text: str, place: int, floor: int) -> tuple[int, int]:
    """The stretch of letters around a character; phrases are made of nothing else."""
    start, end = place, place + 1
    while start > floor and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end


@cache
def _tw2s() -> _Rules:
    made = prepared("tw2s", dictionaries(), make_rules)
    return _Rules(
        characters=CharacterTable(table=dict(zip(made["old"], made["new"], strict=True))),
        traditional=frozenset(made["traditional"]),
        written=made["phrases"],
    )


@cache
def _steps() -> tuple[_Step, _Step]:
    return _read_steps(dictionaries())


def _read_steps(text: str) -> tuple[_Step, _Step]:
    early_phrases, early, late_phrases, late = entries(text)
    return (
        _Step(phrases=early_phrases, characters=early),
        _Step(phrases=late_phrases, characters=late),
    )


def make_rules(text: str) -> dict[str, str]:
    """What is made of the dictionaries, for `gikparse.prepared`.

    Args:
        text: The dictionaries.
    """
    first, second = _read_steps(text)
    early, late = first.outcomes(), second.outcomes()
    outcomes = dict(late)
    for old, middles in early.items():
        outcomes[old] = "".join(late.get(middle, middle) for middle in middles)
    changing = {old for old, new in outcomes.items() if new.strip(old)}
    sources: defaultdict[str, str] = defaultdict(str)
    for old, middles in early.items():
        for middle in middles:
            sources[middle] += old
    # The text holds a phrase of the second step as what the first step makes it from.
    disguised = (
        "".join(characters)
        for phrase in second.phrases
        for characters in product(*(sources[middle] + middle for middle in phrase))
    )
    traditional = changing.difference("".join(outcomes.values()))
    return {
        "old": "".join(sorted(changing)),
        "new": "".join(outcomes[old][0] for old in sorted(changing)),
        "traditional": "".join(sorted(traditional)),
        "phrases": any_of([*first.phrases, *disguised]),
    }
