"""Reports are paired by agency and year, and not at all where that is in doubt."""

import gikparse
from gikparse.checks.years.pairing import pair_with_previous


def report(agency: str, year: int | str) -> gikparse.Report:
    return gikparse.parse(f"{agency}{year}年政府信息公开工作年度报告\n\n一、总体情况\n无。")


def partners(*reports: gikparse.Report) -> list[int | None]:
    pairs = pair_with_previous(reports)
    assert [one for one, _ in pairs] == list(reports)
    return [next((i for i, r in enumerate(reports) if r is two), None) for _, two in pairs]


def test_consecutive_years_are_paired_in_any_order() -> None:
    reports = [report("青禾县", year) for year in (2022, 2024, 2023)]
    assert partners(*reports) == [None, 2, 0]


def test_agencies_are_kept_apart() -> None:
    assert partners(report("青禾县", 2022), report("白露市", 2023)) == [None, None]


def test_a_year_between_is_no_year_before() -> None:
    assert partners(report("青禾县", 2021), report("青禾县", 2023)) == [None, None]


def test_the_name_of_a_place_stands_for_its_government() -> None:
    assert partners(report("青禾县", 2022), report("青禾縣人民政府", 2023)) == [None, 0]


def test_two_reports_for_the_year_before_are_no_partner() -> None:
    twice = [report("青禾县", 2022), report("青禾县", 2022), report("青禾县", 2023)]
    assert partners(*twice) == [None, None, None]


def test_reports_that_state_no_agency_or_year_stay_alone() -> None:
    nameless = gikparse.parse("一、总体情况\n无。")
    assert partners(nameless, nameless) == [None, None]
