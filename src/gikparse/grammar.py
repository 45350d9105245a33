"""Find and compile the grammar files.

The files lie in `grammars/` at the top of a checkout and in
`gikparse/grammars` in a wheel. A grammar is compiled once per process, when it
is first needed: importing this module does not load lark.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from gikparse.errors import InstallationError

if TYPE_CHECKING:
    from collections.abc import Iterator
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
        type: Its terminal, under the name that lark looks for.
        value: What it stands for.
    """

    type: str
    value: Any = None

    # lark gives the end of the input the place of the last token.
    start_pos: ClassVar[None] = None
    line: ClassVar[None] = None
    column: ClassVar[None] = None
    end_line: ClassVar[None] = None
    end_column: ClassVar[None] = None
    end_pos: ClassVar[None] = None


def compile_token_grammar(name: str, **options: Any) -> Lark:
    """An LALR parser for a grammar over tokens that earlier stages have resolved.

    Args:
        name: The file's name without its ending.
        options: Passed to `lark.Lark`.

    Returns:
        A new parser. Its `parse` takes tokens (`Resolved`) in place of a text.
    """
    from lark.lexer import Lexer

    class Handing(Lexer):
        """Hands the tokens to the parser as they are."""

        __future_interface__ = 2  # `lex` is given the state, whose text is what `parse` was given

        def __init__(self, _: object) -> None: ...

        def lex(self, lexer_state: Any, _: Any) -> Iterator[Any]:
            return iter(lexer_state.text)

    return compile_grammar(name, lexer=Handing, **options)


@cache
def _terminals(name: str) -> dict[str, str]:
    # What `lark.Lark` does first. Its parser tables, which cost most, are not needed here.
    from lark.load_grammar import load_grammar

    folder = str(grammar_folder())
    grammar, _ = load_grammar(  # type: ignore[no-untyped-call]  # lark leaves it untyped
        grammar_text(name), f"{name}.lark", [folder], False
    )
    terminals, _, _ = grammar.compile(["start"], "*")
    return {terminal.name: terminal.pattern.to_regexp() for terminal in terminals}


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
    known = dict(_terminals(name))
    first = known.pop("FIRST", None)
    chosen = terminals or [terminal for terminal in known if not terminal.startswith("_")]
    choice = "|".join(f"(?P<{terminal}>{known[terminal]})" for terminal in chosen)
    return re.compile(f"(?={first})(?:{choice})" if first else choice)


@cache
def _first(name: str) -> re.Pattern[str]:
    return re.compile(_terminals(name)["FIRST"])


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
