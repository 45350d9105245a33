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
from functools import cache
from importlib.metadata import packages_distributions
from importlib.metadata import version as version_of
from importlib.resources import files
from importlib.util import find_spec, module_from_spec
from itertools import product
from typing import TYPE_CHECKING

import attrs

from gikparse.errors import InstallationError
from gikparse.patterns import CharacterTable, any_of, character_class

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

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


@attrs.frozen(kw_only=True)
class _Step:
    """One step of a conversion: phrases first, then the characters outside of them."""

    phrases: Mapping[str, str]
    characters: Mapping[str, str]

    def outcomes(self) -> dict[str, set[str]]:
        """What each character of the dictionaries may become in this step."""
        found = {old: {new} for old, new in self.characters.items()}
        for phrase, value in self.phrases.items():
            for old, new in zip(phrase, value, strict=True):
                found.setdefault(old, {old}).add(new)
        return found

    def convert(self, text: str) -> str:
        """The step as OpenCC's engine takes it, made for short texts.

        The longest phrase of the whole text wins, not the first one; of equally
        long ones the leftmost does.
        """
        result = [self.characters.get(character, character) for character in text]
        is_free = [True] * len(text)
        for length in sorted(set(map(len, self.phrases)), reverse=True):
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
        characters: What both steps make of each character outside of phrases.
        changing: Finds the characters that may change, in a phrase or outside.
        traditional: The changing characters that no conversion ever writes:
            what is certainly no Simplified text.
        phrases: Finds wherever a phrase of either step may stand.
    """

    first: _Step
    second: _Step
    characters: CharacterTable
    changing: re.Pattern[str]
    traditional: frozenset[str]
    phrases: re.Pattern[str]

    def has_traditional(self, text: str) -> bool:
        """Whether a character stands in the text that is Traditional and nothing else."""
        return any(match[0] in self.traditional for match in self.changing.finditer(text))

    def convert(self, text: str) -> str:
        """The converted text; the same object where nothing may change."""
        if not self.changing.search(text):
            return text
        rough = self.characters.apply(text)
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
    known = early.keys() | late.keys()
    # What a character of the text may be after the first step, and the way back.
    sources = defaultdict(set)
    for old in known:
        for middle in early.get(old, {old}):
            sources[middle].add(old)
    outcomes = {
        old: set[str]().union(*(late.get(middle, {middle}) for middle in early.get(old, {old})))
        for old in known
    }
    changing = {old for old, new in outcomes.items() if new != {old}}
    # The text holds a phrase of the second step as what the first step makes it from.
    disguised = (
        "".join(characters)
        for phrase in second.phrases
        for characters in product(*(sources[middle] for middle in phrase))
    )
    return _Rules(
        first=first,
        second=second,
        characters=_join(first.characters, second.characters),
        changing=re.compile(character_class(changing)),
        traditional=frozenset(changing.difference(*outcomes.values())),
        phrases=re.compile(any_of([*first.phrases, *disguised])),
    )


def _join(first: Mapping[str, str], second: Mapping[str, str]) -> CharacterTable:
    table = {}
    for old in first.keys() | second.keys():
        middle = first.get(old, old)
        new = second.get(middle, middle)
        if new != old:
            table[old] = new
    return CharacterTable(table=table)


def _dictionary_folder() -> Traversable:
    try:
        spec = find_spec("opencc")
    except (ImportError, ValueError):
        spec = None
    if spec is None or spec.submodule_search_locations is None:
        raise _missing("the package opencc")
    # The module is made but not run: only its files are wanted.
    return files(module_from_spec(spec)) / "dictionary"


def _dictionary(folder: Traversable, name: str) -> dict[str, str]:
    """The entries of one dictionary; of several values OpenCC takes the first."""
    path = folder / f"{name}.txt"
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError:
        raise _missing(f"its dictionary {path}") from None
    entries = {}
    for line in lines:
        word, _, values = line.strip().partition("\t")
        entries[word], *_ = values.split(" ")
        if len(entries[word]) != len(word):
            raise InstallationError(
                f"{path}: the entry {line!r} changes the length of a text; {_REMEDY}"
            )
    return entries


def _missing(what: str) -> InstallationError:
    owners = sorted(set(packages_distributions().get("opencc", ())))
    found = ", ".join(f"{owner} {version_of(owner)}" for owner in owners) or "no distribution"
    return InstallationError(
        f"gikparse reads Traditional Chinese with OpenCC's dictionaries, but {what} is missing; "
        f"the import name opencc belongs to {found}; {_REMEDY}"
    )
