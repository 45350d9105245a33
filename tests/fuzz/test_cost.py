"""No input makes any stage super-linear: hostile texts four times as long cost four times as much."""

from __future__ import annotations

import gc
import re
import sys
import tracemalloc
from collections.abc import Callable
from itertools import combinations_with_replacement
from time import thread_time
from typing import Any

import pytest
from hypothesis import settings

import gikparse
from gikparse.grammar import grammar_folder, terminal_patterns
from gikparse.testing.hostile import hostile_texts

#: The long hunt takes longer texts, and times each of them alone.
LONG = settings.default.max_examples > 100
SIZE, TIMES = (1000 if LONG else 250), 4
SMALL, LARGE = hostile_texts(SIZE), hostile_texts(SIZE * TIMES)
#: How much more than `TIMES` as many events a longer text may cost, and how many cost nothing.
MARGIN, FREE = 1.25, 500
#: Calls count what Python does, time also what a pattern does; a square would be 16.
SLOWEST, QUICK = 9.0, 0.010
#: Peak memory in bytes a character.
MEMORY = 4_000


def read(text: str) -> None:
    """Parse a text, and find everything that is found on demand."""
    report = gikparse.parse(text)
    assert len(report.indicators) >= 0
    assert len(report.breakdowns) >= 0
    gikparse.check(report)


def events(stage: Callable[[str], object], text: str) -> int:
    """How many functions are called, those of C included: the same on every machine."""
    count = 0

    def note(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        stage(text)
    finally:
        sys.setprofile(before)
    return count


def seconds(stage: Callable[[str], object], text: str) -> float:
    best = float("inf")
    gc.disable()
    try:
        for _ in range(3):
            start = thread_time()
            stage(text)
            best = min(best, thread_time() - start)
    finally:
        gc.enable()
    return best


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """What is loaded once is not measured."""
    for text in SMALL.values():
        read(text[:100])


def test_what_grows_as_a_square_is_found() -> None:
    def square(text: str) -> int:
        return sum(abs(0) for _ in text for _ in text)

    short, long = (events(square, texts["甲"]) for texts in (SMALL, LARGE))
    assert long > short * TIMES * MARGIN + FREE
    assert seconds(square, "甲" * 2400) > SLOWEST * seconds(square, "甲" * 600)


@pytest.mark.parametrize("name", SMALL, ids=repr)
def test_calls_grow_as_the_text_does(name: str) -> None:
    short, long = (events(read, texts[name]) for texts in (SMALL, LARGE))
    assert long <= short * TIMES * MARGIN + FREE


def test_time_grows_as_the_text_does() -> None:
    if not LONG:
        assert sum(seconds(read, t) for t in LARGE.values()) <= SLOWEST * sum(
            seconds(read, t) for t in SMALL.values()
        )
        return
    for name, text in LARGE.items():
        assert_linear(read, SMALL[name], text)


def assert_linear(stage: Callable[[str], object], short: str, long: str) -> None:
    taken = seconds(stage, long)
    assert taken <= QUICK or taken <= SLOWEST * seconds(stage, short), long[:20]


def test_memory_is_bounded_by_the_length() -> None:
    texts = list(LARGE.items())
    worst = max((peak(text) / len(text), name) for name, text in texts[:: 1 if LONG else 7])
    assert worst[0] <= MEMORY, worst


def peak(text: str) -> int:
    tracemalloc.start()
    try:
        read(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


# --- patterns alone

GRAMMARS = sorted(path.name[:-5] for path in grammar_folder().iterdir())
TERMINALS = [
    (grammar, name)
    for grammar in GRAMMARS
    if grammar not in ("report", "facts", "table")
    for name in terminal_patterns(grammar)
]


def attacks(pattern: str) -> set[str]:
    """Pieces to repeat: the words and characters that a pattern names, alone and in pairs."""
    words = re.findall(r"[一-龥]{2,}", pattern)[:6]
    letters = sorted(set(re.sub(r"\\.|[\x00-\x1f]", "", pattern)) - set("()[]{}?:=!|^+\\<"))
    chosen = letters[:: max(len(letters) // 8, 1)]
    pairs = ("".join(pair) for pair in combinations_with_replacement(chosen, 2))
    return {*words, *pairs, "0", "甲", " ", "\n", "(", "年", "0 "}


@pytest.mark.parametrize(("grammar", "name"), TERMINALS)
def test_no_pattern_backtracks(grammar: str, name: str) -> None:
    """What nearly matches again and again, and what matches all the way and fails at the end."""
    written = terminal_patterns(grammar)[name]
    compiled = re.compile(written)

    def search(text: str) -> int:
        return sum(1 for _ in compiled.finditer(text))

    for piece in attacks(written):
        short, long = (piece * (n // len(piece)) + "\0" for n in (SIZE, SIZE * TIMES))
        assert_linear(search, short, long)
