"""Patterns and trees made of data: sets of characters and lists of words, quick to search with.

The syntax that gikparse reads is in the grammar files. What is here finds the
entries of a table in a text, whatever they are.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

#: ASCII, punctuation, and the ideographs that nearly every Chinese text is made of.
_COMMON_BLOCKS = (range(0x80), range(0x2000, 0x2070), range(0x3000, 0x3040), range(0x4E00, 0xA000))


def any_of(words: Iterable[str], *, between: str = "") -> str:
    """A pattern for any of some words, which prefers the longest.

    The pattern is the tree of the words' beginnings, so that a place in a text is
    compared with each beginning once. Every branch begins with a plain character:
    `re` looks for those as one set and passes over everything else quickly.

    Args:
        words: The words.
        between: A pattern for what may stand between two characters of a word.

    Example:
        >>> any_of(["网", "网站", "信息"])
        '网(?:站|)|信息'
        >>> re.findall(any_of(["网", "网站", "信息"], between=" ?"), "信 息网站和网")
        ['信 息', '网站', '网']
    """
    return _choice(_tree(words), between)


#: For each character that may come next, what may come behind it.
_Tree = dict[str, "_Tree"]
_END = ""


def _tree(words: Iterable[str]) -> _Tree:
    tree: _Tree = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[_END] = {}
    return tree


def _choice(tree: _Tree, between: str) -> str:
    return "|".join(
        re.escape(character) + _rest(below, between)
        for character, below in tree.items()
        if character != _END
    )


def _rest(tree: _Tree, between: str) -> str:
    """What may follow a character: the rest of a word, or nothing where a word ends there."""
    choice = _choice(tree, between)
    if not choice:
        return ""
    rest = f"{between}(?:{choice})" if len(tree) > 1 + (_END in tree) else between + choice
    return f"(?:{rest}|)" if _END in tree else rest


class WordTree:
    """Some words, looked for at one place: the longest that stands there, blanks inside it or not.

    For what is asked at a few places of a text: a pattern takes milliseconds to compile.

    Args:
        words: The words.

    Example:
        >>> tree = WordTree(["信", "信息公开"])
        >>> tree.end_at("信 息 公开制度"), tree.end_at("信 息化"), tree.end_at("公开")
        (6, 1, None)
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._tree = _tree(words)

    def end_at(self, text: str, start: int = 0, end: int | None = None) -> int | None:
        """Where the longest word that begins at `start` ends; one blank may stand before a character."""
        tree, place, found = self._tree, start, None
        stop = len(text) if end is None else min(end, len(text))
        while place < stop:
            character = text[place]
            if character == " " and place > start and place + 1 < stop:
                place += 1
                character = text[place]
            if character not in tree:
                break
            tree = tree[character]
            place += 1
            if _END in tree:
                found = place
        return found


#: `re` tries the branches of an alternation one after another: more are put into groups.
_BRANCHES = 24


def any_of_many(words: Iterable[str]) -> str:
    """A pattern for any of thousands of words, which prefers the longest.

    What a place in the text is compared with are groups of first characters, and
    then the words of one group.

    Example:
        >>> re.findall(any_of_many(["网", "网站", "信息"]), "信息网站和网")
        ['信息', '网站', '网']
    """
    known = sorted(set(words))
    firsts = sorted({word[0] for word in known})
    groups = [firsts[start : start + _BRANCHES] for start in range(0, len(firsts), _BRANCHES)]
    branches = (
        f"(?={character_class(group)})(?:{any_of(w for w in known if w[0] in group)})"
        for group in groups
    )
    return f"(?={character_class(firsts)})(?:{'|'.join(branches)})"


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
        return re.compile(character_class(self.table))

    @cached_property
    def _whole(self) -> dict[int, str | int]:
        # `str.translate` raises and catches an error for each character that it does not find.
        same = {code: code for block in _COMMON_BLOCKS for code in block}
        return same | {ord(old): new for old, new in self.table.items()}

    def apply(self, text: str, *, most: bool = False) -> str:
        """The text with all characters of the table replaced.

        Args:
            text: Any text.
            most: Whether many of its characters will be. Then each is looked up, which
                is dearer where few are and cheaper than a call for each where many are.
        """
        if most:
            return text.translate(self._whole)
        table = self.table
        return self.pattern.sub(lambda found: table.get(found[0], found[0]), text)
