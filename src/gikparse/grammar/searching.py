"""Patterns made of the terminals of a grammar, and the search for all of them in one pass."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from gikparse.grammar.made import made_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def terminal_patterns(name: str) -> dict[str, str]:
    """The terminals of `grammars/<name>.lark` by their names, each as a pattern."""
    return made_of(name)["terminals"]


@cache
def pattern(name: str, *terminals: str) -> re.Pattern[str]:
    """A pattern that matches any of a grammar's terminals.

    Args:
        name: The grammar's name.
        terminals: The terminals, first choice first; none means all, in the
            order in which the grammar is read, but for those that `_` marks as
            parts of others.

    Returns:
        A compiled pattern in which every terminal is a named group, so that
        `match.lastgroup` names the terminal found.
    """
    known = dict(terminal_patterns(name))
    first = known.pop("FIRST", None)
    chosen = terminals or [terminal for terminal in known if not terminal.startswith("_")]
    choice = "|".join(f"(?P<{terminal}>{known[terminal]})" for terminal in chosen)
    return re.compile(f"(?={first})(?:{choice})" if first else choice)


@cache
def _first(name: str) -> re.Pattern[str]:
    return re.compile(terminal_patterns(name)["FIRST"])


def find_all(
    name: str, *terminals: str, text: str, start: int = 0, end: int | None = None
) -> Iterator[re.Match[str]]:
    """All that a grammar's terminals match in a text, as `finditer` of their pattern gives it.

    For a grammar with a terminal `FIRST`: the character that every other terminal begins
    with. `re` finds those places fast, and only there anything else is tried.
    """
    end = len(text) if end is None else end
    match_at = pattern(name, *terminals).match
    done = start
    for first in _first(name).finditer(text, start, end):
        place = first.start()
        if place >= done and (match := match_at(text, place, end)):
            yield match
            done = match.end()
