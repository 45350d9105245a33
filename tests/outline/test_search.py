"""The search: the best consistent choice among the candidates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gikparse.data.files import read_toml
from gikparse.numbering import NumberingScheme
from gikparse.outline.candidates import Candidate
from gikparse.outline.search import BLOCK, choose

SCHEMES = list(NumberingScheme)


def candidate(place: int, level: int, ordinal: int, score: float) -> Candidate:
    return Candidate(
        start=place,
        end=place + 1,
        scheme=SCHEMES[level],
        ordinal=ordinal,
        style=SCHEMES[level].value,
        evidence=(),
        score=score,
    )


def chosen(*marks: tuple[int, int, float]) -> list[int]:
    """The places of the candidates taken, of marks given as level, ordinal and score."""
    found = choose(candidate(place, *mark) for place, mark in enumerate(marks))
    return [choice.candidate.start for choice in found]


def test_nothing_to_choose_from() -> None:
    assert list(choose([])) == []


def test_clear_headings_are_all_taken() -> None:
    assert chosen((1, 1, 5.0), (2, 1, 5.0), (2, 2, 5.0), (1, 2, 5.0)) == [0, 1, 2, 3]


def test_what_speaks_against_a_mark_leaves_it_out() -> None:
    assert chosen((1, 1, 5.0), (2, 1, -6.0), (1, 2, 5.0)) == [0, 2]


def test_the_number_that_is_due_decides_between_two_doubtful_marks() -> None:
    assert chosen((1, 1, 5.0), (1, 7, -1.0), (1, 2, -1.0), (1, 3, 5.0)) == [0, 2, 3]


def test_one_doubtful_mark_joins_what_stands_on_both_sides_of_it() -> None:
    weak = -1.0
    assert chosen((1, 1, 5.0), (1, 2, weak), (1, 3, 5.0)) == [0, 1, 2]
    assert chosen((1, 1, 5.0), (1, 9, weak), (1, 2, 5.0)) == [0, 2]


@pytest.mark.parametrize("ordinals", [(1, 1), (1, 3), (1, 2, 1), (6, 6), (5, 6)])
def test_clear_headings_with_wrong_numbers_are_kept(ordinals: tuple[int, ...]) -> None:
    marks = [(1, ordinal, 5.0) for ordinal in ordinals]
    assert chosen(*marks) == list(range(len(ordinals)))


def test_the_margin_is_what_taking_the_heading_is_worth() -> None:
    # Passing over a mark costs a share of its score; taking it costs here what its number does.
    costs = read_toml("outline")["order"]
    alone = candidate(0, 1, 1, 2.0)
    (choice,) = choose([alone])
    assert choice.margin == pytest.approx(2.0 + costs["first"] + costs["passed_over"] * 2.0)
    _, second = choose([candidate(0, 1, 1, 6.0), candidate(1, 1, 7, 4.0)])
    late = costs["skipped"] + costs["skipped_each"] * 4
    assert second.margin == pytest.approx(4.0 + late + costs["passed_over"] * 4.0)


def test_headings_are_decided_block_by_block() -> None:
    many = 2 * BLOCK + 7
    assert len(chosen(*[(1, 1, 5.0), *[(2, i, 5.0) for i in range(1, many)]])) == many


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 4), st.floats(-8, 8)), max_size=25))
def test_the_choice_keeps_the_order_and_takes_nothing_twice(
    marks: list[tuple[int, int, float]],
) -> None:
    places = chosen(*marks)
    assert places == sorted(set(places))
    assert set(places) <= set(range(len(marks)))
    assert all(marks[place][2] > -8 for place in places)
