"""The search: the best consistent choice among the candidates."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gikparse.data.files import read_toml
from gikparse.numbering import NumberingScheme
from gikparse.outline.candidates import Candidate
from gikparse.outline.search import BLOCK, _enter, _order, _prune, choose

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


ORDER = read_toml("outline")["order"]
CLOSED = (0, "")
Open = tuple[tuple[int, str], ...]


def opened(*last: tuple[int, int], style: str | None = None) -> Open:
    """The state with the last ordinals of some levels, in the style of their schemes."""
    found = dict(last)
    return tuple(
        (found[level], style or SCHEMES[level].value) if level in found else CLOSED
        for level in range(len(SCHEMES))
    )


@pytest.mark.parametrize(
    ("state", "mark", "worth"),
    [
        # level 1, and 0, need no parent
        (opened(), (1, 1), ORDER["first"]),
        (opened(), (0, 1), ORDER["first"]),
        (opened(), (2, 1), ORDER["first"] + ORDER["no_parent"]),
        (opened((1, 1)), (2, 1), ORDER["first"]),
        (opened((2, 1)), (2, 2), ORDER["due"] + ORDER["no_parent"]),
        (opened((0, 1)), (5, 1), ORDER["first"]),
        # a text that begins in the middle
        (opened(), (1, 7), ORDER["fragment_start"]),
        (opened(), (3, 2), ORDER["fragment_start"] + ORDER["no_parent"]),
        # a series that begins late
        (opened((1, 1)), (2, 2), ORDER["opens_late"]),
        (opened((1, 1)), (2, 3), ORDER["opens_late"] + ORDER["skipped_each"]),
        (opened((1, 1)), (2, 8), ORDER["opens_late"] + 6 * ORDER["skipped_each"]),
        (opened((1, 1)), (2, 30), ORDER["opens_late"] + 6 * ORDER["skipped_each"]),
        # the next number, the same, one behind it, one before it, the first again
        (opened((1, 3)), (1, 4), ORDER["due"]),
        (opened((1, 3)), (1, 3), ORDER["repeated"]),
        (opened((1, 3)), (1, 5), ORDER["skipped"]),
        (opened((1, 3)), (1, 6), ORDER["skipped"] + ORDER["skipped_each"]),
        (opened((1, 3)), (1, 13), ORDER["skipped"] + 8 * ORDER["skipped_each"]),
        (opened((1, 3)), (1, 40), ORDER["skipped"] + 8 * ORDER["skipped_each"]),
        (opened((1, 3)), (1, 2), ORDER["backwards"]),
        (opened((1, 3)), (1, 1), ORDER["restarted"]),
        (opened((1, 1)), (1, 1), ORDER["repeated"]),
        # written in another style
        (opened((1, 3), style="x"), (1, 4), ORDER["due"] + ORDER["other_style"]),
        (opened((1, 3), style="x"), (1, 1), ORDER["restarted"] + ORDER["other_style"]),
        (opened((1, 3), style="x"), (2, 1), ORDER["first"]),
        (
            opened((2, 3), style="x"),
            (2, 4),
            ORDER["due"] + ORDER["other_style"] + ORDER["no_parent"],
        ),
    ],
)
def test_what_a_place_in_the_numbering_is_worth(
    state: Open, mark: tuple[int, int], worth: float
) -> None:
    assert _order(state, candidate(0, *mark, 0.0)) == pytest.approx(worth)


def test_a_heading_closes_the_levels_below_it() -> None:
    state = opened((0, 1), (1, 2), (2, 3), (4, 4))
    assert _enter(state, candidate(0, 1, 3, 0.0)) == opened((0, 1), (1, 3))
    assert _enter(state, candidate(0, 5, 1, 0.0)) == opened((0, 1), (1, 2), (2, 3), (4, 4), (5, 1))


def test_states_far_below_the_best_and_too_many_are_left_out() -> None:
    limits = read_toml("outline")["search"]
    states = [opened((1, number)) for number in range(1, 200)]
    near = _prune({state: -float(place) * 1e-3 for place, state in enumerate(states)})
    assert list(near) == states[: limits["beam"]]
    scores = {states[0]: 0.0, states[1]: -limits["margin"], states[2]: -limits["margin"] - 1e-6}
    assert list(_prune(scores)) == states[:2]
    assert _prune({states[5]: -100.0}) == {states[5]: -100.0}


def test_passing_over_a_mark_costs_what_speaks_for_it() -> None:
    for score in (0.5, 2.0, -0.5):
        (choice,) = choose([candidate(0, 1, 1, score)])
        missed = ORDER["passed_over"] * max(score, 0.0)
        assert choice.margin == pytest.approx(score + ORDER["first"] + missed)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 4), st.floats(-60, 60)), max_size=25))
def test_what_is_decided_at_once_is_what_the_search_would_choose(
    marks: list[tuple[int, int, float]],
) -> None:
    def choices() -> list[tuple[int, float]]:
        found = choose(candidate(place, *mark) for place, mark in enumerate(marks))
        return [(choice.candidate.start, round(choice.margin, 6)) for choice in found]

    at_once = choices()
    with patch("gikparse.outline.search._surely", lambda *_: None):
        assert choices() == at_once


def test_sure_headings_have_the_greatest_margin_and_others_follow_them() -> None:
    margin = read_toml("outline")["search"]["margin"]
    found = list(
        choose([candidate(0, 1, 1, 90.0), candidate(1, 1, 2, -90.0), candidate(2, 1, 2, 90.0)])
    )
    assert [(choice.candidate.start, choice.margin) for choice in found] == [
        (0, margin),
        (2, margin),
    ]
