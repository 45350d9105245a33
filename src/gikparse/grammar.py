"""Find and compile the grammar files.

The files lie in `grammars/` at the top of a checkout and in
`gikparse/grammars` in a wheel. A grammar is compiled once per process, when it
is first needed: importing this module does not load lark.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from gikparse.errors import InstallationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable

    from lark import Lark


@cache
def grammar_folder() -> Traversable:
    """The folder that holds the grammar files.

    Raises:
        InstallationError: Neither the package nor the checkout has them.
    """
    packed = files("gikparse") / "grammars"
    checkout = Path(__file__).parents[2] / "grammars"
    for folder in (packed, checkout):
        if folder.is_dir():
            return folder
    raise InstallationError(
        f"gikparse's grammar files are missing: looked in {packed} and {checkout}; reinstall gikparse"
    )


@cache
def grammar_text(name: str) -> str:
    """The text of `grammars/<name>.lark`.

    Raises:
        InstallationError: The file is missing.
    """
    path = grammar_folder() / f"{name}.lark"
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise InstallationError(f"the grammar file {path} is missing; reinstall gikparse") from None


def compile_grammar(name: str, **options: Any) -> Lark:
    """An LALR parser for `grammars/<name>.lark`.

    Args:
        name: The file's name without its ending.
        options: Passed to `lark.Lark`, such as `transformer` or `lexer`.

    Returns:
        A new parser. Keep it: compiling takes milliseconds.
    """
    from lark import Lark

    return Lark(
        grammar_text(name),
        parser="lalr",
        source_path=f"{name}.lark",
        import_paths=[str(grammar_folder())],
        maybe_placeholders=False,
        **options,
    )


@attrs.define
class Resolved:
    """A token that earlier stages have resolved.

    Attributes:
        type: Its terminal, under the name that the grammar has for it.
        value: What it stands for.
    """

    type: str
    value: Any = None


class TokenParser:
    """Parses tokens that earlier stages have resolved, with the tables that lark has made.

    lark's own loop does the same; it keeps much for messages and for resuming that a
    stream of resolved tokens has no use for, and takes twice as long.

    Args:
        lark: The grammar, compiled.
        start: The rule to start with.
    """

    def __init__(self, lark: Lark, start: str) -> None:
        engine: Any = lark.parser.parser.parser
        self._start: int = engine.parse_table.start_states[start]
        #: By state and symbol: the state that follows, or the rule that is complete
        #: as its length, what makes a value of its parts, and its name.
        self._rows: dict[int, dict[str, Any]] = {
            state: {
                str(symbol): _action(kind, target, engine.callbacks)
                for symbol, (kind, target) in row.items()
            }
            for state, row in engine.parse_table.states.items()
        }
        end: int = engine.parse_table.end_states[start]
        self._rows[end] |= {_END.type: end}

    def parse(self, tokens: Iterable[Resolved]) -> Any:
        """What the start rule makes of some tokens.

        Raises:
            lark.UnexpectedToken: The grammar does not take them.
        """
        rows, states, values = self._rows, [self._start], list[Any]()
        row = rows[self._start]
        for token in chain(tokens, (_END,)):
            action = row.get(token.type)
            while action.__class__ is tuple:
                length, make, name = action
                first = len(values) - length
                values[first:] = (make(values[first:]),)
                del states[first + 1 :]
                state = rows[states[-1]][name]
                states.append(state)
                row = rows[state]
                action = row.get(token.type)
            if action is None:
                raise _unexpected(token, row)
            states.append(action)
            values.append(token)
            row = rows[action]
        return values[0]


_END = Resolved("$END")


def _action(kind: Any, target: Any, callbacks: Mapping[Any, Any]) -> Any:
    """An action of lark's tables: a state to go to, or a rule to complete."""
    from lark.parsers.lalr_analysis import Shift

    if kind is Shift:
        return target
    return len(target.expansion), callbacks[target], str(target.origin.name)


def _unexpected(token: Resolved, row: Mapping[str, Any]) -> Exception:
    from lark import Token, UnexpectedToken

    expected = {symbol for symbol in row if symbol.isupper()}
    return UnexpectedToken(Token(token.type, ""), expected)  # type: ignore[no-untyped-call]


def compile_token_grammar(name: str, **options: Any) -> TokenParser:
    """An LALR parser for a grammar over tokens that earlier stages have resolved.

    Args:
        name: The name of the file without its ending, and of the rule to start with.
        options: Passed to `lark.Lark`, such as `transformer`.

    Returns:
        A new parser. Keep it: compiling takes milliseconds.
    """
    from lark.lexer import Lexer

    class NoLexer(Lexer):
        """Stands for the stages that resolve the tokens."""

        def __init__(self, _: object) -> None: ...

        def lex(self, _: Any, __: Any) -> Iterator[Any]:
            return iter(())

    return TokenParser(compile_grammar(name, start=name, lexer=NoLexer, **options), name)


@cache
def terminal_patterns(name: str) -> dict[str, str]:
    """The terminals of `grammars/<name>.lark` by their names, each as a pattern."""
    # What `lark.Lark` does first. Its parser tables, which cost most, are not needed here.
    from lark.load_grammar import load_grammar

    folder = str(grammar_folder())
    grammar, _ = load_grammar(  # type: ignore[no-untyped-call]  # lark leaves it untyped
        grammar_text(name), f"{name}.lark", [folder], False
    )
    listed, _, _ = grammar.compile(["start"], "*")
    return {terminal.name: terminal.pattern.to_regexp() for terminal in listed}


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
