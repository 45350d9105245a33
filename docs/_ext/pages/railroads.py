"""Railroad diagrams of grammar definitions, and of the regular expressions in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from io import StringIO
from typing import Any

import railroad
from lark import Lark, Token, Tree

# The only account of a pattern's structure that Python has; public until Python 3.11.
_PATTERNS: Any = re._parser
_MOST = _PATTERNS.MAXREPEAT

#: 一–龥, which the grammars call a Chinese character.
_CHINESE = (0x4E00, 0x9FA5)
_CLASSES = {"CATEGORY_SPACE": "blank", "CATEGORY_DIGIT": "digit", "CATEGORY_WORD": "word"}
_PLACES = {
    "AT_BEGINNING": "start of line",
    "AT_BEGINNING_STRING": "start of text",
    "AT_END": "end of line",
    "AT_END_STRING": "end of text",
    "AT_BOUNDARY": "word boundary",
}


class _Width(str):
    """A text that knows how many columns it takes: a Chinese character takes two."""

    __slots__ = ()

    def __len__(self) -> int:
        return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in str(self))


@cache
def _syntax() -> Lark:
    return Lark.open_from_package(
        "lark", "lark.lark", ["grammars"], parser="lalr", maybe_placeholders=False
    )


def diagram(definition: str) -> str:
    """A definition of a Lark grammar as SVG.

    Args:
        definition: One rule or terminal, as the grammar writes it.
    """
    [defined] = (
        _syntax().parse(definition + "\n").find_pred(lambda tree: tree.data in ("rule", "token"))
    )
    drawn = railroad.Diagram(_draw(defined.children[-1]))
    out = StringIO()
    drawn.writeSvg(out.write)
    svg = re.sub(r"\n\s*", "", out.getvalue())
    # The text of a link is written twice, one on the other.
    return re.sub(r"(<text [^<]*</text>)\1", r"\1", svg)


def _draw(node: Any) -> Any:
    if isinstance(node, Token):
        return _terminal(str(node))
    parts = [_draw(child) for child in node.children if isinstance(child, Tree)]
    match node.data:
        case "expansions":
            return railroad.Choice(0, *parts)
        case "expansion":
            return railroad.Sequence(*parts) if parts else railroad.Skip()
        case "alias":
            return railroad.Sequence(*parts)
        case "maybe":
            return railroad.Optional(parts[0])
        case "expr":
            return _repeated(parts[0], str(node.children[1]))
        case "name":
            name = str(node.children[0])
            return railroad.NonTerminal(_Width(name), href=f"#{name}")
        case "literal":
            return _literal(str(node.children[0]))
        case other:
            raise ValueError(f"no picture for {other}")


def _repeated(item: Any, sign: str) -> Any:
    if sign == "+":
        return railroad.OneOrMore(item)
    return railroad.Optional(item) if sign == "?" else railroad.ZeroOrMore(item)


def _literal(text: str) -> Any:
    if text.startswith('"'):
        return _terminal(text.rstrip("i")[1:-1])
    body, _, flags = text[1:].rpartition("/")
    pattern = body.replace("\\/", "/")
    number = re.I if "i" in flags else 0
    return _sequence(_PATTERNS.parse(pattern, number))


def _terminal(text: str) -> Any:
    return railroad.Terminal(_Width(_visible(text)))


def _visible(text: str) -> str:
    named = {" ": "␣", "\n": "LF", "\r": "CR", "\t": "TAB", "\x00": "NUL"}
    return "".join(named.get(c, c if c.isprintable() else f"U+{ord(c):04X}") for c in text)


def _sequence(pattern: Sequence[tuple[Any, Any]]) -> Any:
    items = list(_items(pattern))
    return items[0] if len(items) == 1 else railroad.Sequence(*items) if items else railroad.Skip()


def _items(pattern: Sequence[tuple[Any, Any]]) -> Iterator[Any]:
    """The parts of a pattern, with characters in a row as one box."""
    literal = ""
    for op, argument in pattern:
        if str(op) == "LITERAL":
            literal += chr(argument)
            continue
        if literal:
            yield _terminal(literal)
            literal = ""
        yield _part(str(op), argument)
    if literal:
        yield _terminal(literal)


def _part(op: str, argument: Any) -> Any:
    match op:
        case "IN":
            return _one_of(argument)
        case "NOT_LITERAL":
            return _word(f"not {_visible(chr(argument))}")
        case "ANY":
            return _word("any character")
        case "BRANCH":
            return railroad.Choice(0, *(_sequence(branch) for branch in argument[1]))
        case "SUBPATTERN":
            return _sequence(argument[3])
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _counted(*argument)
        case "ASSERT" | "ASSERT_NOT":
            return _look(op, *argument)
        case "AT":
            return _word(_PLACES.get(str(argument), str(argument)))
        case other:
            raise ValueError(f"no picture for {other}")


def _word(text: str) -> Any:
    return railroad.NonTerminal(_Width(text))


def _one_of(items: Sequence[tuple[Any, Any]]) -> Any:
    said = [_character_class(str(op), argument) for op, argument in items]
    if said[0] == "^":
        return _word("none of " + " ".join(said[1:]))
    return _word(" ".join(said) if len(said) == 1 else "one of " + " ".join(said))


def _character_class(op: str, argument: Any) -> str:
    match op:
        case "NEGATE":
            return "^"
        case "LITERAL":
            return _visible(chr(argument))
        case "RANGE" if argument == _CHINESE:
            return "Chinese character"
        case "RANGE":
            return f"{_visible(chr(argument[0]))}–{_visible(chr(argument[1]))}"
        case _:
            name = str(argument).replace("NOT_", "")
            return ("no " if "NOT_" in str(argument) else "") + _CLASSES.get(name, name)


def _counted(least: int, most: int, body: Sequence[tuple[Any, Any]]) -> Any:
    item = _sequence(body)
    if (least, most) == (0, 1):
        return railroad.Optional(item)
    if most == _MOST and least <= 1:
        return railroad.OneOrMore(item) if least else railroad.ZeroOrMore(item)
    if least == most:
        times = f"{least} times"
    else:
        times = f"{max(least, 1)} to {most} times" if most != _MOST else f"{least} times or more"
    loop = railroad.OneOrMore(item, railroad.Comment(_Width(times)))
    return loop if least else railroad.Optional(loop)


def _look(op: str, direction: int, body: Sequence[tuple[Any, Any]]) -> Any:
    side = "behind it" if direction > 0 else "before it"
    word = f"not {side}" if op == "ASSERT_NOT" else side
    return railroad.Group(_sequence(body), _Width(word))
