"""Token streams that a grammar generates: what Hypothesis derives from it, with the terminals beside the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark.lexer import Lexer

from gikparse.grammar.making import compile_grammar

#: What stands before a terminal's name, before its text and behind it; no grammar has them.
_OPEN, _BETWEEN, _CLOSE = "\ue000\ue001\ue002"
#: What the text between marks is made of, besides the characters that a grammar names.
_MORE = "某县年度公开12条的， 。：|\n"


class Piece(NamedTuple):
    """A terminal and its text."""

    terminal: str
    text: str


class AnyLexer(Lexer):
    """Stands for a lexer, so that any terminals may be declared."""

    def __init__(self, *_: object) -> None: ...

    def lex(self, *_: object):  # type: ignore[no-untyped-def]
        return iter(())


def streams(
    grammar: str, start: str = "start", explicit: Mapping[str, st.SearchStrategy[str]] | None = None
) -> st.SearchStrategy[list[Piece]]:
    """The token streams of a start rule.

    Args:
        grammar: The grammar.
        start: The rule.
        explicit: What terminals are written like that cannot be told by their pattern
            alone, because they look at what stands around them.
    """
    lark = compile_grammar(grammar, start=start, lexer=AnyLexer)
    listed = dict(explicit or {})
    known = {terminal.name: terminal.pattern.to_regexp() for terminal in lark.terminals}
    used = {symbol.name for rule in lark.rules for symbol in rule.expansion if symbol.is_term}
    used |= set(lark.ignore_tokens)
    for name in sorted(used):
        if name not in listed:
            listed[name] = written(known[name]) if name in known else st.just("")
    tagged = {name: _tagged(name, listed[name]) for name in used}
    return from_lark(lark, start=start, explicit=tagged).map(_pieces)


def written(pattern: str) -> st.SearchStrategy[str]:
    """What a pattern matches as a whole, of the characters that it names and a few more."""
    letters = {character for character in pattern if not character.isascii()}
    alphabet = "".join(
        sorted(letters | set(_MORE) | set("0123456789abXx.,;:!?-/%()[]《》*=_<>@&#"))
    )
    compiled = re.compile(pattern)
    return st.from_regex(compiled, fullmatch=True, alphabet=alphabet).filter(
        lambda text: len(text) < 200
    )


def _tagged(name: str, texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return texts.map(lambda text: f"{_OPEN}{name}{_BETWEEN}{text}{_CLOSE}")


def _pieces(tagged: str) -> list[Piece]:
    found = tagged.split(_OPEN)[1:]
    return [Piece(*piece.removesuffix(_CLOSE).split(_BETWEEN)) for piece in found]
