"""Find the grammar files, and read with what lark makes of them.

lark reads a grammar, makes patterns of its terminals and LALR tables of its rules. Both are
plain data, and a build makes them beforehand. What searches and parses with them is here, so
that lark is only imported where a grammar is newer than what a build has made of it.
"""

from gikparse.grammar.files import grammar_folder, grammar_names, grammar_text
from gikparse.grammar.parsing import (
    Lexed,
    Maker,
    Resolved,
    TextParser,
    TokenParser,
    UnexpectedTokenError,
)
from gikparse.grammar.searching import find_all, pattern, terminal_patterns

__all__ = [
    "Lexed",
    "Maker",
    "Resolved",
    "TextParser",
    "TokenParser",
    "UnexpectedTokenError",
    "find_all",
    "grammar_folder",
    "grammar_names",
    "grammar_text",
    "pattern",
    "terminal_patterns",
]
