"""Marks: which there are, and what number they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures import Case, each_case
from gikparse.folding import fold
from gikparse.grammar import pattern
from gikparse.numbering import NumberingScheme, ordinal, scheme_of
from gikparse.testing import layouts, marker


def marks(line: str) -> str:
    found = pattern("numbering").finditer(fold(line))
    return "; ".join(f"{m[0]} {(m.lastgroup or '').lower()} {ordinal(m[0])}" for m in found)


@each_case("numbering.md")
def test_marks(case: Case) -> None:
    assert "\n".join(marks(line) or "-" for line in case.source.splitlines()) == case.expected


def test_schemes_are_ranked_from_the_largest_part_down() -> None:
    written = ["第一部分", "一、", "（一）", "1.", "（1）", "①"]
    found = [pattern("numbering").fullmatch(fold(mark)) for mark in written]
    assert [scheme_of(m.lastgroup or "").level for m in found if m] == [0, 1, 2, 3, 4, 5]
    assert [scheme.level for scheme in NumberingScheme] == list(range(len(NumberingScheme)))


@given(st.sampled_from(NumberingScheme), st.integers(1, 99), layouts())
def test_a_written_mark_is_read_back(scheme: NumberingScheme, number: int, layout) -> None:
    # Marks of one character end early.
    number = min(number, 20) if scheme.level > NumberingScheme.ARABIC_PAREN.level else number
    written = marker(scheme, number, layout)
    match = pattern("numbering").match(fold(written + "加强领导"))
    assert match is not None
    assert (match.end(), scheme_of(match.lastgroup or "")) == (len(written), scheme)
    assert ordinal(written) == number


@pytest.mark.parametrize(
    ("mark", "number"),
    [
        ("廿一、", 21),
        ("第一百章", 100),
        ("二〇、", 20),
        ("一○、", 10),
        ("１２．", 12),
        ("第部分", None),
    ],
)
def test_ordinal(mark: str, number: int | None) -> None:
    assert ordinal(mark) == number
