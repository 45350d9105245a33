"""The words that sentences about figures are made of, and what classes they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

import attrs

from gikparse.data.files import read_toml
from gikparse.facts.classes import classes
from gikparse.patterns import any_of, any_of_many


@attrs.frozen
class Word:
    """A word.

    Attributes:
        terminal: What it is to `grammars/facts.lark`.
        classes: What it means, with the terminal as one of the classes.
        silent: Whether it changes nothing about what a sentence counts.
        loose: Whether it may be the end of a word that no list has.
    """

    terminal: str
    classes: int
    silent: bool = False
    loose: bool = False


@cache
def lexicon() -> Mapping[str, Word]:
    """All words; where one stands under several terminals, the first counts."""
    terminals: dict[str, str] = {}
    named: dict[str, set[str]] = {}
    for terminal, listed in read_toml("words").items():
        for name, entries in listed.items():
            for word in (word for entry in entries for word in expand(entry)):
                terminals.setdefault(word, terminal)
                named.setdefault(word, set()).add(name)
    return {
        word: Word(
            terminal,
            classes(terminal, *named[word]),
            silent=named[word] <= _FILL,
            loose="loose" in named[word],
        )
        for word, terminal in terminals.items()
    }


_FILL = frozenset({"fill", "loose"})


@cache
def word_pattern() -> re.Pattern[str]:
    """Matches any word, the longest first."""
    return re.compile(any_of_many(lexicon()))


@cache
def sign_pattern() -> re.Pattern[str]:
    """Matches a word that may make a worded zero."""
    return _pattern_of("NEGATION", "WAIVER")


@cache
def setting_pattern() -> re.Pattern[str]:
    """Matches a word that names a time or a body."""
    return _pattern_of("TIME", "SCOPE")


@cache
def coming_pattern() -> re.Pattern[str]:
    """Matches a word that names the coming year."""
    return re.compile(any_of(w for w, word in lexicon().items() if word.classes & classes("next")))


def _pattern_of(*terminals: str) -> re.Pattern[str]:
    return re.compile(any_of(w for w, word in lexicon().items() if word.terminal in terminals))


def expand(entry: str) -> Iterator[str]:
    """The words that an entry stands for: `(a|b|)c` is ac, bc and c.

    Brackets without a bar are brackets.

    Example:
        >>> list(expand("(政府|政务|)信息(点)"))
        ['政府信息(点)', '政务信息(点)', '信息(点)']
    """
    if entry == "(":
        yield entry
        return
    parts: list[list[str]] = []
    rest = entry
    while rest:
        before, opening, rest = rest.partition("(")
        parts.append([before])
        if opening:
            inside, _, rest = _inside(rest)
            parts.append(_split(inside) if "|" in inside else [f"({inside})"])
    yield from ("".join(choice) for choice in product(*parts))


def _inside(text: str) -> tuple[str, str, str]:
    """What stands before the bracket that closes, counting those that open again."""
    depth = 1
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if not depth:
            return text[:place], ")", text[place + 1 :]
    return text, "", ""


def _split(alternatives: str) -> list[str]:
    """The alternatives between bars; brackets inside them are brackets."""
    return alternatives.split("|")
