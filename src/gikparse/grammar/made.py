"""What lark makes of a grammar, as plain data: its terminals as patterns, and its LALR table."""

from __future__ import annotations

from functools import cache
from typing import NotRequired, TypedDict

from gikparse.grammar.files import grammar_text
from gikparse.prepared import prepared

#: The end of the tokens, as lark calls it.
END = "$END"


class MadeRule(TypedDict):
    """A rule of a grammar, in one of its expansions.

    Attributes:
        origin: The symbol that it gives.
        length: Of how many symbols it is made.
        name: The rule, or the alias of this expansion; None if its parts are its parent's.
        kept: Which of the symbols count, each with whether its own parts stand for it.
        single: Whether a part that is alone stands for the rule.
    """

    origin: str
    length: int
    name: str | None
    kept: list[tuple[int, bool]]
    single: bool


class MadeTable(TypedDict):
    """The LALR table of a grammar.

    Attributes:
        rows: By state, and then by symbol: the state that follows; or, below 0, the
            rule that is complete, as `~rule`. The first state is 0.
        rules: The rules.
        lexing: The terminals that are looked for in a text, first choice first.
        ignored: Those of them that are no tokens.
    """

    rows: list[dict[str, int]]
    rules: list[MadeRule]
    lexing: list[str]
    ignored: list[str]


class Made(TypedDict):
    """What lark makes of a grammar.

    Attributes:
        terminals: Their patterns by name, in the order in which the grammar is read.
        table: Where the grammar has a rule of its own name.
    """

    terminals: dict[str, str]
    table: NotRequired[MadeTable]


@cache
def made_of(name: str) -> Made:
    """What lark makes of `grammars/<name>.lark`; lark is imported only where the build has not made it.

    Raises:
        InstallationError: The file is missing.
    """

    def make(text: str) -> Made:
        from gikparse.grammar.making import make

        return make(name, text)

    return prepared(f"grammars.{name}", grammar_text(name), make)
