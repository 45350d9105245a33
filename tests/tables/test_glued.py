"""Runs of glued figures: every division that the sums allow, and no other."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from gikparse.tables.glued import Reading, Sum, divide

ROW = Sum(total=3, parts=(0, 1, 2))
FIGURES = st.one_of(st.just(0), st.integers(0, 9), st.integers(0, 3000))


def all_divisions(run: str, width: int) -> set[tuple[str, ...]]:
    """Every way to divide a run whose last figure is the sum of the others, tried one by one."""
    found = set()
    for cuts in combinations(range(1, len(run)), width - 1):
        written = tuple(run[a:b] for a, b in pairwise((0, *cuts, len(run))))
        if all(figure == str(int(figure)) for figure in written):
            *parts, total = map(int, written)
            if sum(parts) == total:
                found.add(written)
    return found


@given(st.lists(FIGURES, min_size=3, max_size=3))
def test_exactly_the_divisions_that_add_up_are_found(parts: list[int]) -> None:
    run = "".join(map(str, [*parts, sum(parts)]))
    found = [reading.written for reading in divide([run], 4, [ROW])]
    assert len(found) == len(set(found))
    assert set(found) == all_divisions(run, 4)


def test_a_figure_never_reaches_over_two_runs() -> None:
    assert divide(["1", "2", "3", "6"], 4, [ROW]) == [Reading.of(("1", "2", "3", "6"))]
    assert divide(["12", "36"], 4, [ROW]) == [Reading.of(("1", "2", "3", "6"))]


def test_negative_figures_and_decimals_are_taken_as_they_are_written() -> None:
    found = {reading.written for reading in divide(["5-323"], 3)}
    assert found == {("5", "-32", "3"), ("5", "-3", "23")}
    assert Reading.of(("1.5", "0", "0", "1.5")) in divide(["1.5001.5"], 4, [ROW])


def test_a_sum_that_does_not_hold_has_no_reading() -> None:
    assert divide(["1237"], 4, [ROW]) == []


def test_a_run_that_is_too_long_is_given_up() -> None:
    assert divide(["0" * 61], 61) == []
