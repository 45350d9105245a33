"""Figures that stand in each place of their span: the ways to take the copies away."""

import gikparse
from gikparse.tables.copies import without_copies
from gikparse.tables.entries import Entry, read_entries


def entries(*figures: str) -> list[Entry]:
    table = gikparse.parse(
        "| " + " | ".join(("规章", *figures)) + " |\n| 规范性文件 | 0 |\n"
    ).tables[0]
    return [entry for entry in read_entries(table) if entry.line == 0][1:]


def ways(figures: list[str], width: int) -> list[list[str]]:
    found = without_copies(entries(*figures), width)
    return [[entry.content.text for entry in way] for way in found]


def test_a_copy_beside_what_it_copies() -> None:
    assert ways(["7", "7", "8"], 2) == [["7", "8"]]


def test_two_equal_figures_may_be_two() -> None:
    assert ways(["7", "7", "8", "8"], 3) == [["7", "8", "8"], ["7", "7", "8"]]


def test_no_way_where_more_figures_differ_than_there_are_columns() -> None:
    assert ways(["1", "2", "3"], 2) == []


def test_nothing_is_taken_from_a_row_that_fits() -> None:
    assert ways(["7", "7"], 2) == []


def test_too_many_ways_tell_nothing() -> None:
    assert ways(["1", "1", "2", "2"] * 8, 20) == []
