"""The parsers: lark's LALR tables over tokens that earlier stages have resolved, or over a text.

lark's own loop does the same. It keeps much for messages and for resuming that nobody asks
for here, takes twice as long, and lark has to be imported for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

import attrs

from gikparse.grammar.made import END, Made, MadeRule, made_of

#: What a node is made with: the parts of a rule.
Maker = Callable[[list[Any]], Any]


class UnexpectedTokenError(Exception):
    """A grammar does not take a token.

    Attributes:
        token: The token's type.
        expected: The types that it would take.
    """

    def __init__(self, token: str, expected: set[str]) -> None:
        self.token, self.expected = token, expected
        super().__init__(f"unexpected {token}; expected one of: {', '.join(sorted(expected))}")


@attrs.define
class Resolved:
    """A token that earlier stages have resolved.

    Attributes:
        type: Its terminal, under the name that the grammar has for it.
        value: What it stands for.
    """

    type: str
    value: Any = None


class Lexed(NamedTuple):
    """A token that a parser has found in a text.

    Attributes:
        type: Its terminal.
        text: The text that it matches.
        start: Where that begins.
    """

    type: str
    text: str
    start: int


class TokenParser:
    """Parses resolved tokens.

    Args:
        name: The grammar, and the rule in it to start with.
        makers: For each rule, what makes a node of its parts.
    """

    def __init__(self, name: str, makers: Mapping[str, Maker]) -> None:
        table = made_of(name)["table"]
        self._rows = table["rows"]
        #: As an action says it, `~rule`: the length, what makes a value of so many, and the origin.
        self._rules = [
            (rule["length"], _maker(rule, makers), rule["origin"]) for rule in table["rules"]
        ]

    def parse(self, tokens: Iterable[Resolved]) -> Any:
        """What the start rule makes of some tokens.

        Raises:
            UnexpectedTokenError: The grammar does not take them.
        """
        return self._run(tokens, [0])

    def _run(self, tokens: Iterable[Resolved | Lexed], states: list[int]) -> Any:
        """Parse tokens; `states` are the open states, for who finds tokens by them."""
        rows, rules, values = self._rows, self._rules, list[Any]()
        refused = len(rows)
        row = rows[0]
        for token in chain(tokens, (_END,)):
            action = row.get(token.type, refused)
            while action < 0:
                length, make, origin = rules[~action]
                first = len(values) - length
                values[first:] = (make(values[first:]),)
                del states[first + 1 :]
                state = rows[states[-1]][origin]
                states.append(state)
                row = rows[state]
                action = row.get(token.type, refused)
            if action == refused:
                raise UnexpectedTokenError(token.type, {s for s in row if s.isupper()})
            states.append(action)
            values.append(token)
            row = rows[action]
        return values[0]


_END = Resolved(END)


class TextParser(TokenParser):
    """Parses a text: in each state, only the terminals that it takes are looked for.

    Args:
        name: The grammar, and the rule in it to start with.
        makers: For each rule, what makes a node of its parts.
    """

    def __init__(self, name: str, makers: Mapping[str, Maker]) -> None:
        super().__init__(name, makers)
        made = made_of(name)
        self._ignored = frozenset(made["table"]["ignored"])
        self._patterns = [_accepted(made, row) for row in self._rows]

    def parse_text(self, text: str, start: int, end: int) -> Any:
        """What the start rule makes of a part of a text.

        Raises:
            UnexpectedTokenError: The grammar does not take it.
        """
        states = [0]
        return self._run(self._tokens(text, start, end, states), states)

    def _tokens(self, text: str, start: int, end: int, states: list[int]) -> Iterator[Lexed]:
        place = start
        while place < end:
            found = self._patterns[states[-1]].match(text, place, end)
            if not found or not found.lastgroup:
                raise UnexpectedTokenError(text[place], set(self._rows[states[-1]]))
            if found.lastgroup not in self._ignored:
                yield Lexed(found.lastgroup, found[0], place)
            place = found.end()


def _accepted(made: Made, row: Mapping[str, int]) -> re.Pattern[str]:
    """Finds the terminals that a state takes."""
    table = made["table"]
    wanted = {*row, *table["ignored"]}
    return _any(tuple((n, made["terminals"][n]) for n in table["lexing"] if n in wanted))


@cache
def _any(terminals: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{written})" for name, written in terminals))


# --- what makes the value of a rule


def _maker(rule: MadeRule, makers: Mapping[str, Maker]) -> Maker:
    """What makes the value of a rule of the values of its symbols.

    A rule without a name has a list for its value: the parts that its parent takes as its own.
    """
    kept = [(place, bool(inner)) for place, inner in rule["kept"]]
    if rule["single"] and len(kept) == 1:
        return itemgetter(kept[0][0])
    make = makers[rule["name"]] if rule["name"] else _themselves
    if kept == [(place, False) for place in range(rule["length"])]:
        return make
    return partial(_make_of_kept, make, kept)


def _themselves(parts: list[Any]) -> list[Any]:
    return parts


def _make_of_kept(make: Maker, kept: list[tuple[int, bool]], values: list[Any]) -> Any:
    parts: list[Any] = []
    for place, is_list in kept:
        if not is_list:
            parts.append(values[place])
        elif parts:
            parts += values[place]
        else:  # no copy, so that a long list is not copied for each of its members
            parts = values[place]
    return make(parts)
