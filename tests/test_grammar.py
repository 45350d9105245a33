"""The grammar files: found, compiled, and in step with the classes."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

import gikparse.grammar.files
from gikparse import nodes
from gikparse.errors import InstallationError
from gikparse.grammar import (
    Resolved,
    TextParser,
    TokenParser,
    UnexpectedTokenError,
    grammar_folder,
    grammar_names,
    grammar_text,
    pattern,
    terminal_patterns,
)
from gikparse.grammar.making import compile_grammar
from gikparse.nodes import Node
from gikparse.report import Report

ROOT = Path(__file__).parents[1]
NAMES = grammar_names()
#: Grammars that a parser reads; the others are lists of terminals to search for.
PARSERS = ("report", "table", "facts")
#: Terminals that are another way to write a cell.
CELLS = {"CELLS", "OPENED_CELL", "OUTER_BAR", "SLIPPED_CELLS"}
#: What `re` makes of a pattern; public until Python 3.11.
parse_pattern = import_module("re._parser").parse
#: `re` functions that take a pattern first.
TAKE_PATTERNS = {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub"}


def declared(grammar: str) -> set[str]:
    """What a grammar names, in capitals: rules by their alias, headings of all ranks as one."""
    lark = compile_grammar(grammar, start=grammar, lexer=_AnyLexer)
    names = {str(rule.alias or rule.origin.name) for rule in lark.rules}
    names |= {symbol.name for rule in lark.rules for symbol in rule.expansion if symbol.is_term}
    kept = {name.upper() for name in names if not name.startswith("_")}
    return {"CELL" if n in CELLS else re.sub(r"^HEADING_\d$", "HEADING", n) for n in kept}


def _any_lexer() -> type:
    from lark.lexer import Lexer

    class AnyLexer(Lexer):
        def __init__(self, _: object) -> None: ...

        def lex(self, *_: object):
            return iter(())

    return AnyLexer


_AnyLexer = _any_lexer()


@pytest.mark.parametrize("name", NAMES)
def test_every_grammar_compiles(name: str) -> None:
    start = name if name in PARSERS else "start"
    assert compile_grammar(name, start=start, lexer=_AnyLexer).rules
    if name not in PARSERS:
        assert pattern(name).groups


@pytest.mark.parametrize("name", NAMES)
def test_a_terminal_inside_another_keeps_its_alternatives_together(name: str) -> None:
    """Lark puts patterns one behind the other as they are: of `A|B` and `C` it makes `A|BC`."""
    lines = grammar_text(name).splitlines()
    defined = [match for line in lines if (match := re.match(r"(_?[A-Z_]+)(?:\.\d+)?:(.*)", line))]
    used = {part for match in defined for part in re.findall(r"_?[A-Z_]{2,}", _bare(match[2]))}
    for terminal in used & set(terminal_patterns(name)):
        alone = terminal_patterns(name)[terminal]
        followed = [*parse_pattern(f"{alone}。")]
        assert str(followed[:-1]) == str([*parse_pattern(alone)]), terminal


def _bare(definition: str) -> str:
    """A definition without its patterns and strings."""
    return re.sub(r'/(?:\\.|[^/\\])*/|"[^"]*"', "", definition)


def test_grammar_and_classes_are_in_step() -> None:
    classes = [thing for name in nodes.__all__ if issubclass(thing := getattr(nodes, name), Node)]
    rules = {(kind.RULE or "").upper() for kind in (*classes, Report)} - {""}
    assert rules == declared("report") | declared("table")


def test_only_these_classes_stand_for_no_rule() -> None:
    without = {name for name in nodes.__all__ if getattr(nodes, name).RULE is None}
    assert without == {"Node", "Block", "Field"}


def test_a_pattern_names_the_terminal_that_it_found() -> None:
    match = pattern("numbering").match("(一)领导")
    assert match is not None
    assert (match.lastgroup, match.group()) == ("CHINESE_PAREN", "(一)")


def test_a_pattern_takes_the_terminals_asked_for() -> None:
    assert pattern("numbering", "CIRCLED").search("一、概述") is None
    assert pattern("numbering", "CIRCLED").search("①概述") is not None


def test_a_missing_file_is_named() -> None:
    with pytest.raises(InstallationError, match=r"nothing\.lark is missing; reinstall gikparse"):
        grammar_text("nothing")


def test_a_missing_folder_names_where_it_was_looked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    module = tmp_path / "src" / "gikparse" / "grammar" / "files.py"
    monkeypatch.setattr(gikparse.grammar.files, "__file__", str(module))
    with pytest.raises(
        InstallationError, match=r"missing: looked in .*src.gikparse.* and .*grammars"
    ):
        grammar_folder.__wrapped__()


def test_the_grammars_of_the_checkout_are_used() -> None:
    assert grammar_folder() == ROOT / "grammars"


@pytest.mark.parametrize("path", sorted((ROOT / "src").rglob("*.py")), ids=lambda path: path.name)
def test_python_holds_no_pattern_of_its_own(path: Path) -> None:
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and ast.unparse(call.func.value) == "re"
            and call.func.attr in TAKE_PATTERNS
        ):
            written = isinstance(call.args[0], ast.Constant)
            assert not written, f"{path.name}:{call.lineno}: {ast.unparse(call)}"


def test_tokens_that_the_grammar_does_not_take_are_named() -> None:
    parser = TokenParser("report", dict.fromkeys(["report", "front", "section", "back"], list))
    assert parser.parse([]) == []
    with pytest.raises(UnexpectedTokenError, match=r"unexpected NOTHING; .*PARAGRAPH") as raised:
        parser.parse([Resolved("NOTHING")])
    assert {"PARAGRAPH", "_BACK"} <= raised.value.expected
    with pytest.raises(UnexpectedTokenError, match="unexpected \\$END"):
        parser.parse([Resolved("_BACK")])


def test_text_that_the_grammar_does_not_take_is_named() -> None:
    parser = TextParser("table", dict.fromkeys(["table", "row"], list))
    assert len(parser.parse_text("a|b\nc|d", 0, 7)) == 2
    with pytest.raises(UnexpectedTokenError, match=r"unexpected \$END; .*CELLS"):
        parser.parse_text("\n", 0, 1)


def test_a_rule_that_nobody_makes_a_node_of_is_named() -> None:
    with pytest.raises(KeyError, match="section"):
        TokenParser("report", {"report": list, "front": list, "back": list})
