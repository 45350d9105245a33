r"""Read the fixtures of `tests/fixtures`.

A case is a title, an input and what is expected, each closed by a line that
holds one full stop. `\u200b` in it stands for that character, for characters
that nobody could see. Lines that begin with `#` between cases are headings.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

FOLDER = Path(__file__).with_name("fixtures")


class Case(NamedTuple):
    """A case, and the line where its title stands."""

    line: int
    title: str
    source: str
    expected: str


def read_cases(text: str) -> Iterator[Case]:
    """The cases of a fixture file, in order."""
    lines = [re.sub(r"\\u([0-9a-f]{4})", _character, line) for line in text.splitlines()]
    dots = [number for number, line in enumerate(lines) if line == "."]
    assert len(dots) % 3 == 0, f"{len(dots)} dots: a case has three"
    after = 0
    for first, second, third in zip(*[iter(dots)] * 3, strict=True):
        titles = [n for n in range(after, first) if lines[n] and not lines[n].startswith("#")]
        assert len(titles) == 1, f"line {first + 1}: a case has a title of one line"
        (number,) = titles
        source, expected = lines[first + 1 : second], lines[second + 1 : third]
        yield Case(number + 1, lines[number], "\n".join(source), "\n".join(expected))
        after = third + 1


def _character(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))


def each_case(name: str) -> pytest.MarkDecorator:
    """Run a test once for each case of a fixture file, under its line and title."""
    found = list(read_cases((FOLDER / name).read_text("utf-8")))
    assert found, f"{name} holds no case"
    ids = [f"{name}:{case.line}: {case.title}" for case in found]
    return pytest.mark.parametrize("case", found, ids=ids)
