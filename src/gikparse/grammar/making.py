"""Make of a grammar, with lark, what searching and parsing need: `nox`, builds and tests come here.

It takes tens of milliseconds, so a build does it once for all; see `gikparse.prepared`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from gikparse.grammar.files import grammar_folder, grammar_text
from gikparse.grammar.made import END, Made, MadeRule, MadeTable

if TYPE_CHECKING:
    from lark import Lark


def compile_grammar(name: str, **options: Any) -> Lark:
    """An LALR parser of lark's for `grammars/<name>.lark`.

    Args:
        name: The file's name without its ending.
        options: Passed to `lark.Lark`, such as `start` or `lexer`.
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


def make(name: str, text: str) -> Made:
    """What lark makes of a grammar.

    Args:
        name: The grammar's name. The rule of that name, if there is one, is what its parser reads.
        text: What the grammar file says.
    """
    # What `lark.Lark` does first. Its parser tables, which cost most, are not always needed.
    from lark.load_grammar import load_grammar

    grammar, _ = load_grammar(  # type: ignore[no-untyped-call]  # lark leaves it untyped
        text, f"{name}.lark", [str(grammar_folder())], False
    )
    listed, _, _ = grammar.compile(["start"], "*")
    made = Made(terminals={t.name: t.pattern.to_regexp() for t in listed})
    if any(rule[0] == name for rule in grammar.rule_defs):
        made["table"] = _table(name)
    return made


def _table(name: str) -> MadeTable:
    """The table of a grammar, numbered from its start, so that it is the same each time it is made."""
    from lark.parsers.lalr_analysis import Shift

    lark = compile_grammar(name, start=name, lexer=_any_lexer())
    made: Any = lark.parser.parser.parser
    table = made.parse_table
    numbers = {table.start_states[name]: 0}
    rules: dict[Any, int] = {}
    rows: list[dict[str, int]] = []
    # `numbers` grows while the rows of the states in it are made.
    for state in (waiting := list(numbers)):
        row: dict[str, int] = {}
        for symbol, (action, target) in sorted(table.states[state].items()):
            if action is Shift:
                if target not in numbers:
                    numbers[target] = len(numbers)
                    waiting.append(target)
                row[str(symbol)] = numbers[target]
            else:
                row[str(symbol)] = ~rules.setdefault(target, len(rules))
        rows.append(row)
    end = numbers[table.end_states[name]]
    rows[end][END] = end
    return MadeTable(
        rows=rows,
        rules=[_rule(rule) for rule in rules],
        lexing=_in_lexing_order(lark),
        ignored=list(lark.ignore_tokens),
    )


def _rule(rule: Any) -> MadeRule:
    own_name = str(rule.alias or rule.origin.name)
    return MadeRule(
        origin=str(rule.origin.name),
        length=len(rule.expansion),
        name=None if own_name.startswith("_") else own_name,
        kept=[
            (place, not symbol.is_term and symbol.name.startswith("_"))
            for place, symbol in enumerate(rule.expansion)
            if not (symbol.is_term and symbol.filter_out)
        ],
        single=bool(rule.options.expand1 and not rule.alias),
    )


def _in_lexing_order(lark: Lark) -> list[str]:
    """The terminals as lark's own lexer tries them."""
    listed = sorted(
        lark.terminals,
        key=lambda t: (-t.priority, -t.pattern.max_width, -len(t.pattern.value), t.name),
    )
    return [terminal.name for terminal in listed]


def _any_lexer() -> type:
    """Stands for a lexer, so that terminals may be declared that have no pattern."""
    from lark.lexer import Lexer

    class AnyLexer(Lexer):
        def __init__(self, _: object) -> None: ...

        def lex(self, *_: object) -> Iterator[Any]:
            return iter(())

    return AnyLexer
