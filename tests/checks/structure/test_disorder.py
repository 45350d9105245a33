"""`judge`: one fault is told once, by one rule, wherever it stands in a series."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gikparse import NumberingScheme, Source, Span
from gikparse.checks.structure.disorder import Fault, judge
from gikparse.checks.structure.series import Mark, Series
from gikparse.nodes import Heading

D, S, R, O = Fault.DUPLICATE, Fault.SKIPPED, Fault.RESTARTED, Fault.OUT_OF_ORDER  # noqa: E741


def series(numbers: list[int], *, carried: bool = False) -> Series:
    source = Source(text="一、总体情况\n" + "".join(f"{number}.\n" for number in numbers))
    marks, place = [], len("一、总体情况\n")
    for number in numbers:
        span = Span(place, place + len(f"{number}."))
        heading = Heading(
            source=source,
            span=span,
            scheme=NumberingScheme.ARABIC,
            marker_span=span,
            title_span=Span(span.end, span.end),
        )
        marks.append(Mark(heading=heading, number=number))
        place = span.end + 1
    parent = Heading(
        source=source,
        span=Span(0, 6),
        scheme=NumberingScheme.CHINESE,
        marker_span=Span(0, 2),
        title_span=Span(2, 6),
    )
    return Series(marks=tuple(marks), parent=parent, carried=carried)


def told(numbers: list[int], *, carried: bool = False) -> list[tuple[Fault, int, int]]:
    """The faults, each with the place of its heading and of the earlier one; -1 is the parent."""
    given_series = series(numbers, carried=carried)
    places = {mark.heading: place for place, mark in enumerate(given_series.marks)}
    places |= {given_series.parent: -1}
    return [(d.fault, places[d.heading], places[d.earlier]) for d in judge(given_series)]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 2, 3], []),
        ([1, 2, 2, 3], [(D, 2, 1)]),
        ([1, 1, 2], [(D, 1, 0)]),
        ([1, 2, 2, 4], [(D, 2, 1)]),
        ([1, 3, 3, 4], [(D, 2, 1)]),
        ([2, 2, 3], [(D, 1, 0)]),
        ([1, 2, 3, 2, 3, 4], [(D, 3, 1)]),
        ([1, 2, 2, 2, 3], [(D, 2, 1), (D, 3, 1)]),
        ([1, 2, 1, 3], [(D, 2, 0)]),
        ([1, 2, 3, 1, 5], [(D, 3, 0)]),
        ([1, 2, 4], [(S, 2, 1)]),
        ([2, 3], [(S, 0, -1)]),
        ([1, 2, 2, 3, 5], [(D, 2, 1), (S, 4, 3)]),
        ([1, 2, 2, 5], [(D, 2, 1), (S, 3, 2)]),
        ([1, 2, 1, 2, 3], [(R, 2, 0)]),
        ([1, 2, 3, 1], [(R, 3, 0)]),
        ([1, 2, 1, 2, 1, 2], [(R, 2, 0), (R, 4, 2)]),
        ([1, 3, 1, 2], [(S, 1, 0), (R, 2, 0)]),
        ([1, 2, 4, 3], [(O, 3, 2)]),
        ([1, 3, 2], [(O, 2, 1)]),
        ([2, 1, 3], [(O, 1, 0)]),
        ([3, 1, 2, 4], [(O, 1, 0)]),
        ([1, 3, 4, 2, 5], [(O, 3, 2)]),
        ([1, 2, 5, 6, 3, 4, 7], [(O, 4, 3)]),
        ([1, 2, 9, 4, 5], [(O, 3, 2)]),
        ([1, 2, 9, 4, 5, 8], [(O, 3, 2), (S, 5, 4)]),
        ([5], []),
    ],
)
def test_sequence(numbers: list[int], expected: list[tuple[Fault, int, int]]) -> None:
    assert told(numbers) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([5, 6, 7], []),
        ([5, 6, 8], [(S, 2, 1)]),
        ([5, 6, 6, 7], [(D, 2, 1)]),
        ([5, 6, 1, 2, 3], [(R, 2, 0)]),
        ([5, 4, 6], [(O, 1, 0)]),
        ([3, 1, 2, 4], [(O, 1, 0)]),
        ([2, 1, 3], [(O, 1, 0)]),
    ],
)
def test_sequence_whose_beginning_the_text_does_not_show(
    numbers: list[int], expected: list[tuple[Fault, int, int]]
) -> None:
    assert told(numbers, carried=True) == expected


def test_numbers_that_are_missing() -> None:
    (skipped,) = (d for d in judge(series([1, 2, 12, 7, 9])) if d.fault is S)
    assert skipped.missing == (range(3, 7), range(8, 9), range(10, 12))


lengths = st.integers(1, 12)
places = st.integers(0, 11)
numbers = st.integers(1, 14)


@given(lengths, st.integers(1, 99))
def test_any_beginning_is_right_where_the_text_does_not_show_it(length: int, first: int) -> None:
    assert told(list(range(first, first + length)), carried=True) == []


@given(lengths, places, numbers)
def test_one_wrong_number_is_one_fault(length: int, place: int, wrong: int) -> None:
    assume(length > 1 and place < length and wrong != place + 1)
    sequence = list(range(1, length + 1))
    sequence[place] = wrong
    assert len(told(sequence)) == 1


@given(lengths, places, numbers)
def test_one_number_too_many_is_one_fault(length: int, place: int, number: int) -> None:
    assume(place < length)
    sequence = list(range(1, length + 1))
    sequence.insert(place, number)
    assert len(told(sequence)) == 1


@given(lengths, places)
def test_one_number_twice_is_a_duplicate(length: int, place: int) -> None:
    assume(place < length)
    sequence = list(range(1, length + 1))
    sequence.insert(place, place + 1)
    assert told(sequence) == [(D, place + 1, place)]


@given(lengths, places)
def test_one_number_missing_is_skipped(length: int, place: int) -> None:
    assume(length > 2 and place < length - 1)
    sequence = [number for number in range(1, length + 1) if number != place + 1]
    assert told(sequence) == [(S, place, place - 1)]
    (skipped,) = judge(series(sequence))
    assert skipped.missing == (range(place + 1, place + 2),)


@given(lengths, places)
def test_two_numbers_exchanged_are_out_of_order(length: int, place: int) -> None:
    assume(place < length - 1)
    sequence = list(range(1, length + 1))
    sequence[place : place + 2] = sequence[place + 1], sequence[place]
    assert told(sequence) == [(O, place + 1, place)]


@given(st.lists(st.integers(2, 12), min_size=1, max_size=4), lengths)
def test_each_new_beginning_is_a_restart(before: list[int], last: int) -> None:
    sequence = [number for length in (*before, last) for number in range(1, length + 1)]
    assert [fault for fault, *_ in told(sequence)] == [R] * len(before)


@given(st.lists(st.integers(1, 9), min_size=2, max_size=9), st.booleans())
def test_any_sequence(sequence: list[int], carried: bool) -> None:
    found = list(judge(series(sequence, carried=carried)))
    first = sequence[0] if carried else 1
    in_order = sequence == list(range(first, first + len(sequence)))
    assert bool(found) != in_order
    spans = [disorder.heading.span for disorder in found]
    assert spans == sorted(set(spans))  # one fault a heading, in document order
    for disorder in found:
        assert disorder.earlier is not None
        assert disorder.earlier.span < disorder.heading.span
        assert bool(disorder.missing) == (disorder.fault is S)
        assert all(gap for gap in disorder.missing)


@given(st.lists(st.integers(1, 9), min_size=2, max_size=9))
def test_what_is_missing_does_not_stand_there(sequence: list[int]) -> None:
    found = list(judge(series(sequence)))
    if all(disorder.fault is not R for disorder in found):
        missing = [number for disorder in found for gap in disorder.missing for number in gap]
        assert len(missing) == len(set(missing))
        assert not set(missing) & set(sequence)
