"""Traditional to Simplified Chinese, as OpenCC's `tw2s` does it.

The dictionaries are OpenCC's and so is every result; the engine is not. Phrases
are searched with one pattern and everything else goes through one table, which
costs a small part of `OpenCC.convert`. The dictionaries are read as files. The
module `opencc` is never imported, because three distributions own that name and
only one of them holds plain dictionaries.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, cached_property
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from gikparse.errors import InstallationError
from gikparse.patterns import CharacterTable, any_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# The two steps of `tw2s`, each with its phrases and its characters.
_STEPS = (("TWVariantsRevPhrases", "TWVariantsRev"), ("TSPhrases", "TSCharacters"))

_REMEDY = (
    "run: python -m pip uninstall -y opencc opencc-py; "
    "python -m pip install --force-reinstall opencc-python-reimplemented"
)


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


@attrs.frozen(kw_only=True)
class _Rules:
    """A conversion of two steps, compiled.

    Attributes:
        first: The step taken first.
        second: The step taken on its result.
        characters: The characters that may change, in a phrase or outside, and
            what both steps make of them outside.
        traditional: Those of them that no conversion ever writes: they stand in
            no Simplified text.
        phrases: Finds wherever a phrase of either step may stand.
    """

    first: _Step
    second: _Step
    characters: CharacterTable
    traditional: frozenset[str]
    phrases: re.Pattern[str]

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
        return self.second.convert(self.first.convert(text))

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
    folder = _dictionary_folder()
    first, second = (
        _Step(phrases=_dictionary(folder, phrases), characters=_dictionary(folder, characters))
        for phrases, characters in _STEPS
    )
    return _compile(first, second)


def _compile(first: _Step, second: _Step) -> _Rules:
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
    return _Rules(
        first=first,
        second=second,
        characters=CharacterTable(table={old: outcomes[old][0] for old in changing}),
        traditional=frozenset(changing.difference("".join(outcomes.values()))),
        phrases=re.compile(any_of([*first.phrases, *disguised])),
    )


def _dictionary_folder() -> Path:
    try:
        spec = find_spec("opencc")
    except (ImportError, ValueError):
        spec = None
    if spec is None or spec.submodule_search_locations is None:
        raise _missing("the package opencc")
    return Path(spec.submodule_search_locations[0]) / "dictionary"


def _dictionary(folder: Path, name: str) -> dict[str, str]:
    """The entries of one dictionary; of several values OpenCC takes the first."""
    path = folder / f"{name}.txt"
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError:
        raise _missing(f"its dictionary {path}") from None
    entries = {}
    for line in lines:
        word, _, values = line.partition("\t")
        entries[word] = value = values.split(" ", 1)[0]
        if not word or len(value) != len(word):
            raise InstallationError(
                f"{path}: {line!r} is no pair of words of equal length; {_REMEDY}"
            )
    return entries


def _missing(what: str) -> InstallationError:
    # Only a broken installation pays for this import.
    from importlib.metadata import packages_distributions, version

    owners = sorted(set(packages_distributions().get("opencc", ())))
    found = ", ".join(f"{owner} {version(owner)}" for owner in owners) or "no distribution"
    return InstallationError(
        f"gikparse reads Traditional Chinese with OpenCC's dictionaries, but {what} is missing; "
        f"the import name opencc belongs to {found}; {_REMEDY}"
    )
