"""Rows decide between each other's readings: what adds up, column by column."""

from gikparse.tables.glued import Reading
from gikparse.tables.settling import Equation, settle

#: The figures of total less those of its parts come to nothing.
SUM = Equation(terms=(("total", -1), ("one", 1), ("other", 1)))


def readings(*rows: str) -> list[Reading]:
    return [Reading.of(row.split()) for row in rows]


def test_a_reading_that_no_choice_of_the_others_balances_is_dropped() -> None:
    domains = {
        "total": readings("3 4"),
        "one": readings("1 2", "12 0"),
        "other": readings("2 2"),
    }
    assert settle(domains, [SUM]) == {**domains, "one": readings("1 2")}


def test_readings_that_balance_stay() -> None:
    domains = {
        "total": readings("3 3"),
        "one": readings("1 2", "2 1"),
        "other": readings("2 1", "1 2"),
    }
    assert settle(domains, [SUM]) == domains


def test_what_one_equation_settles_another_builds_on() -> None:
    chain = Equation(terms=(("one", -1), ("first", 1)))
    domains = {
        "total": readings("3 4"),
        "one": readings("1 2", "12 0"),
        "other": readings("2 2"),
        "first": readings("1 2", "12 0"),
    }
    assert settle(domains, [chain, SUM])["first"] == readings("1 2")


def test_an_equation_that_lacks_a_row_tells_nothing() -> None:
    domains = {"total": readings("3 4"), "one": readings("1 2", "12 0")}
    assert settle(domains, [SUM]) == domains


def test_a_page_that_is_wrong_itself_keeps_its_readings() -> None:
    domains = {"total": readings("9 9"), "one": readings("1 2", "12 0"), "other": readings("2 2")}
    assert settle(domains, [SUM]) == domains
