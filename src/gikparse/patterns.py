"""Patterns made of data: sets of characters and lists of words, quick to search with.

The syntax that gikparse reads is in the grammar files. What is here finds the
entries of a table in a text, whatever they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, which prefers the longest.

    Words are grouped by first character: `re` looks for the first characters of
    an alternation as one set, so long as each branch begins with a plain one.

    Example:
        >>> re.findall(any_of(["网", "网站", "信息"]), "信息网站和网")
        ['信息', '网站', '网']
    """
    tails = defaultdict(list)
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        tails[word[0]].append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in tails.items())


def character_class(characters: Collection[str]) -> str:
    r"""A pattern for any of some characters, and for more beyond U+FFFF.

    `re` has a bitmap for the characters up to U+FFFF and would compare those
    beyond it one by one, so they are taken as one range.

    Example:
        >>> print(character_class("a]𠀀𠀂"))
        [a\]𠀀-𠀂]
    """
    low = "".join(character for character in characters if character <= "\uffff")
    high = [character for character in characters if character > "\uffff"]
    beyond = f"{min(high)}-{max(high)}" if high else ""
    return f"[{re.escape(low)}{beyond}]"


@attrs.frozen(kw_only=True, slots=False)
class CharacterTable:
    """What to write for some characters, one character for one.

    Attributes:
        table: Each character and what to write for it.

    Example:
        >>> CharacterTable(table={"（": "(", "）": ")"}).apply("（一）")
        '(一)'
    """

    table: Mapping[str, str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the characters of the table, and with them others beyond U+FFFF."""
        return re.compile(f"({character_class(self.table)})")

    def apply(self, text: str) -> str:
        """The text with all characters of the table replaced.

        `str.translate` would ask the table for each character of the text and
        `re.sub` would call a function for each one found. Splitting costs
        nothing where nothing is found and no more than they do elsewhere.
        """
        pieces = self.pattern.split(text)
        found = pieces[1::2]
        pieces[1::2] = map(self.table.get, found, found)
        return "".join(pieces)
