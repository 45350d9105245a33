"""The grammars over resolved tokens take what they generate, and mean the same by it."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from generating import AnyLexer, Piece, streams
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, Tree, UnexpectedInput
from lark import Token as LarkToken

from gikparse.grammar import Resolved, TokenParser, UnexpectedTokenError
from gikparse.grammar.making import compile_grammar
from gikparse.numbering import NumberingScheme

NAMES = ["report", "facts"]
LEVELS = [f"HEADING_{level}" for level in range(len(NumberingScheme))]
BLOCKS = ["PARAGRAPH", "TABLE", "METADATA", "FURNITURE", "CONTENTS", "UNKNOWN"]


class Stream:
    """Lexes nothing: hands on what it was given."""

    __future_interface__ = 2

    def __init__(self, *_: object) -> None: ...

    def lex(self, state, _):  # type: ignore[no-untyped-def]
        return (LarkToken(name, f"{place}") for place, name in enumerate(state.text))


def by_lark(grammar: str) -> Lark:
    class Lexer(Stream, AnyLexer):
        pass

    return compile_grammar(grammar, start=grammar, lexer=Lexer)


def parsers(grammar: str) -> tuple[TokenParser, Lark]:
    lark = by_lark(grammar)
    names = {str(rule.alias or rule.origin.name) for rule in lark.rules}
    return TokenParser(grammar, {name: partial(Tree, name) for name in names}), lark


PARSERS = {name: parsers(name) for name in NAMES}
TERMINALS = {
    name: sorted({s.name for r in lark.rules for s in r.expansion if s.is_term})
    for name, (_, lark) in PARSERS.items()
}
STREAMS = {name: streams(name, name) for name in NAMES}


def ours(grammar: str, names: list[str]) -> object:
    if not names:
        return ("report", [])  # our parser is not asked to read nothing
    tokens = [Resolved(name, str(place)) for place, name in enumerate(names)]
    return shape(PARSERS[grammar][0].parse(tokens))


def shape(tree: object) -> object:
    """A tree as names and the places of its tokens."""
    if isinstance(tree, Tree):
        return (str(tree.data), [shape(child) for child in tree.children])
    return str(tree.value)  # type: ignore[attr-defined]


def terminals(pieces: list[Piece]) -> list[str]:
    return [piece.terminal for piece in pieces]


@pytest.mark.parametrize("grammar", NAMES)
@given(data=st.data())
def test_what_is_generated_is_taken_and_reads_as_lark_reads_it(
    grammar: str, data: st.DataObject
) -> None:
    names = terminals(data.draw(STREAMS[grammar]))
    assert ours(grammar, names) == shape(PARSERS[grammar][1].parse(names))  # type: ignore[arg-type]


@pytest.mark.parametrize("grammar", NAMES)
@given(data=st.data())
def test_what_lark_refuses_is_refused(grammar: str, data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(TERMINALS[grammar]), min_size=1, max_size=12))
    try:
        wanted = shape(PARSERS[grammar][1].parse(names))  # type: ignore[arg-type]
    except UnexpectedInput:
        with pytest.raises(UnexpectedTokenError):
            ours(grammar, names)
    else:
        assert ours(grammar, names) == wanted


@given(
    st.lists(st.sampled_from(BLOCKS), max_size=3),
    st.lists(st.sampled_from(LEVELS + BLOCKS), max_size=30),
)
def test_any_headings_and_blocks_are_a_report(front: list[str], body: list[str]) -> None:
    names = [*front, "HEADING_0", *body]
    _, parts = ours("report", names)  # type: ignore[misc]
    assert [name for name, _ in parts] == ["front"] * bool(front) + ["section"] * (
        len(parts) - bool(front)
    )
    leaves: list[str] = []
    for part in parts:
        walk(part, names, leaves)
    assert leaves == [str(place) for place in range(len(names))]  # all of them, in order


def walk(part, names: list[str], leaves: list[str]) -> None:  # type: ignore[no-untyped-def]
    """Note the leaves; a section's parent is the nearest one before it with a smaller rank."""
    if isinstance(part, str):
        leaves.append(part)
        return
    _, children = part
    inner = [rank_of(child, names) for child in children if not isinstance(child, str)]
    if children and part[0] == "section":
        assert all(rank > rank_of(part, names) for rank in inner)
        assert all(right <= left for left, right in pairwise(inner))
    for child in children:
        walk(child, names, leaves)


def rank_of(section, names: list[str]) -> int:  # type: ignore[no-untyped-def]
    return int(names[int(section[1][0])][-1])
