"""No pattern backtracks: neither those that grammars name, nor those that are made of words."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from itertools import combinations_with_replacement
from pathlib import Path

import pytest
from costs import SIZE, TIMES, assert_time_grows_as

from gikparse.grammar import grammar_folder, terminal_patterns

GRAMMARS = sorted(path.name[:-5] for path in grammar_folder().iterdir())
TERMINALS = [(grammar, name) for grammar in GRAMMARS for name in terminal_patterns(grammar)]


def attacks(pattern: str) -> set[str]:
    """Pieces to repeat: the words and characters that a pattern names, alone and in pairs."""
    words = re.findall(r"[一-龥]{2,}", pattern)[:6]
    letters = sorted(set(re.sub(r"\\.|[\x00-\x1f]", "", pattern)) - set("()[]{}?:=!|^+\\<"))
    chosen = letters[:: max(len(letters) // 8, 1)]
    pairs = ("".join(pair) for pair in combinations_with_replacement(chosen, 2))
    return {*words, *pairs, "0", "甲", " ", "\n", "(", "年", "0 "}


def assert_linear(written: str, *, sought: bool) -> None:
    """What nearly matches again and again, and what matches all the way and fails at the end.

    Args:
        written: The pattern.
        sought: Whether it is looked for in a text, or asked at the start of a token only.
    """
    compiled = re.compile(written)

    def search(text: str) -> int:
        return sum(1 for _ in compiled.finditer(text))

    for piece in attacks(written):
        short, long = (piece * (n // len(piece)) + "\0" for n in (SIZE, SIZE * TIMES))
        assert_time_grows_as(search if sought else compiled.match, short, long)


#: The grammars whose terminals are read one behind the other.
LEXED = ("facts", "report", "table")


@pytest.mark.parametrize(("grammar", "name"), TERMINALS)
def test_no_terminal_backtracks(grammar: str, name: str) -> None:
    assert_linear(terminal_patterns(grammar)[name], sought=grammar not in LEXED)


#: Reads everything in every format with `re.compile` overheard, and prints what it was given.
OVERHEARD = """
import json, re, sys
from pathlib import Path

found = {}
compile_ = re.compile

def overheard(pattern, flags=0):
    caller = sys._getframe(1).f_globals.get("__name__", "")
    if isinstance(pattern, str) and caller.startswith("gikparse"):
        found[pattern] = caller
    return compile_(pattern, flags)

re.compile = overheard
import gikparse
for path in sorted(Path(sys.argv[1]).glob("*.txt")):
    text = path.read_text("utf-8")
    for report in (gikparse.load(path), gikparse.parse("".join(text.split())), gikparse.load(f"<p>{text}".encode())):
        report.indicators, report.quantities, report.breakdowns
        gikparse.to_html(report, gikparse.check(report, previous=report))
        gikparse.from_dict(report.to_dict())
        gikparse.agency_key(report.agency or "")
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def in_use(examples: Path) -> dict[str, str]:
    """The patterns that gikparse compiles, each with the module that does."""
    run = subprocess.run(
        [sys.executable, "-c", OVERHEARD, str(examples)],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    found: dict[str, str] = json.loads(run.stdout)
    return found


def test_every_module_that_compiles_a_pattern_is_overheard(in_use: dict[str, str]) -> None:
    package = Path(str(grammar_folder())).parent / "src" / "gikparse"
    modules = {
        ".".join(("gikparse", *path.relative_to(package).with_suffix("").parts))
        for path in package.rglob("*.py")
        if "re.compile(" in path.read_text("utf-8")
    }
    assert modules == set(in_use.values())


def test_no_pattern_in_use_backtracks(in_use: dict[str, str]) -> None:
    for written, module in in_use.items():
        assert_linear(written, sought=module != "gikparse.grammar.parsing")
