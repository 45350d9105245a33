"""`check`: what is run, what is selected, in which order, and the caller's mistakes."""

import gc
import weakref
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

import gikparse
from gikparse import Diagnostic, Kind, Report, Severity, Span, UsageError
from gikparse.checks import RULES, Rule, check
from gikparse.diagnostics.parsing import LOST_BRACKET

TEXT = """一、总体情况
(一)业务培训。全年培训2次。
(三)制度建设。修订制度3项。
三)监督保障。纳入年度考核。
(四)平台建设。网站改版一次。
"""


@pytest.fixture(scope="module")
def report() -> Report:
    place = TEXT.index("三)监督")
    met = LOST_BRACKET.at(Span(place, place + 2), marker="三)")
    return attrs.evolve(gikparse.parse(TEXT), diagnostics=(met,))


def rule(code: str, *spans: Span) -> Rule:
    kind = Kind(
        code=code, name="own-rule", severity=Severity.INFO, message="own", chinese="自定规则"
    )

    def find(_: Report) -> Iterator[Diagnostic]:
        yield from (kind.at(span) for span in spans)

    return Rule(kind=kind, find=find)


def codes(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [d.code for d in diagnostics]


def test_public_name() -> None:
    assert gikparse.check is check


def test_what_parsing_met_comes_with_what_the_rules_find(report: Report) -> None:
    assert codes(report.diagnostics) == ["GIK110"]
    assert codes(check(report)) == ["GIK101", "GIK110"]
    assert set(report.diagnostics) < set(check(report))


def test_document_order_across_rules(report: Report) -> None:
    last, first = rule("MY001", Span(20, 21), Span(3, 4)), rule("MY000", Span(20, 21), Span(0, 9))
    found = check(report, select="MY", rules=[last, first])
    assert [(d.span.start, d.code) for d in found] == [
        (0, "MY000"),
        (3, "MY001"),
        (20, "MY000"),
        (20, "MY001"),
    ]


def test_no_duplicates(report: Report) -> None:
    assert len(check(report, select="MY", rules=[rule("MY001", Span(3, 4), Span(3, 4))])) == 1


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        (None, None, ["GIK101", "GIK110"]),
        ("GIK", None, ["GIK101", "GIK110"]),
        ("GIK10", None, ["GIK101"]),
        (["GIK110", "GIK102"], None, ["GIK110"]),
        ((), None, []),
        (None, (), ["GIK101", "GIK110"]),
        (None, "GIK1", []),
        (None, ["GIK101"], ["GIK110"]),
        ("GIK101", "GIK1", []),
        (iter(["GIK1"]), iter(["GIK110"]), ["GIK101"]),
    ],
)
def test_selection(report: Report, select: object, ignore: object, expected: list[str]) -> None:
    assert codes(check(report, select=select, ignore=ignore)) == expected  # type: ignore[arg-type]


def test_rule_that_is_not_selected_does_not_run(report: Report) -> None:
    def explode(_: Report) -> Iterator[Diagnostic]:
        raise AssertionError

    bomb = attrs.evolve(rule("MY001"), find=explode)
    assert check(report, select="GIK2", rules=[*RULES_AND_2, bomb]) == ()
    assert codes(check(report, ignore="MY001", rules=[*RULES, bomb])) == ["GIK101", "GIK110"]


RULES_AND_2 = [*RULES, rule("GIK299")]


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("GIK109", "did you mean GIK1"),
        ("gik101", "did you mean GIK101?"),
        ("duplicate-ordinals", "did you mean duplicate-ordinal"),
        ("GIK1001", "GIK101"),
        ("GIK9", "'GIK9'; codes begin with GIK0, GIK1, GIK2, GIK3, GIK4, GIK5"),
        ("", "no diagnostic has the code or name ''"),
        (["GIK101", "XYZ"], "no diagnostic has the code or name 'XYZ'"),
    ],
)
@pytest.mark.parametrize("option", ["select", "ignore"])
def test_unknown_code(report: Report, option: str, given: object, hint: str) -> None:
    with pytest.raises(UsageError, match=option) as caught:
        check(report, **{option: given})  # type: ignore[arg-type]
    assert hint in str(caught.value)


def test_names_stand_for_codes(report: Report) -> None:
    assert codes(check(report, select="lost-bracket")) == ["GIK110"]
    assert codes(check(report, select="GIK1", ignore=["lost-bracket"])) == ["GIK101"]


def test_code_is_known_though_nothing_reports_it(report: Report) -> None:
    assert check(report, select="GIK001") == ()
    assert codes(check(report, ignore="GIK104", rules=[])) == ["GIK110"]


def test_code_of_a_report_from_elsewhere_is_known(report: Report) -> None:
    kind = Kind(code="OLD7", name="old", severity=Severity.INFO, message="old", chinese="旧")
    old = attrs.evolve(report, diagnostics=(kind.at(Span(0, 1)),))
    assert codes(check(old, select="OLD7")) == ["OLD7"]


def test_own_rules_leave_no_trace(report: Report) -> None:
    mine = rule("MY001", Span(0, 1))
    assert codes(check(report, rules=[*RULES, mine])) == ["MY001", "GIK101", "GIK110"]
    assert codes(check(report)) == ["GIK101", "GIK110"]
    with pytest.raises(UsageError, match="MY001"):
        check(report, select="MY001")


def test_own_rule_may_take_the_place_of_one_of_ours(report: Report) -> None:
    assert codes(check(report, rules=[rule("GIK101", Span(0, 1))])) == ["GIK101", "GIK110"]


def test_two_rules_with_one_code(report: Report) -> None:
    with pytest.raises(UsageError, match="2 rules have the code GIK101"):
        check(report, rules=[*RULES, rule("GIK101")])


@pytest.mark.parametrize(
    "arguments",
    [
        {"rules": [check]},
        {"select": [101]},
        {"ignore": [None]},
    ],
)
def test_argument_of_the_wrong_type(report: Report, arguments: dict[str, object]) -> None:
    with pytest.raises(UsageError, match=next(iter(arguments))):
        check(report, **arguments)  # type: ignore[arg-type]


def test_no_report() -> None:
    with pytest.raises(UsageError, match="check takes a Report, not str"):
        check(TEXT)  # type: ignore[arg-type]


def test_explanation_of_a_rule_without_docstring() -> None:
    assert rule("MY001").explanation == ""


def test_a_rule_runs_only_when_it_is_given_what_it_needs(report: Report) -> None:
    kind = rule("MY001").kind

    def find(report: Report, *, previous: Report, today: date) -> Iterator[Diagnostic]:
        assert (previous, today) == (report, date(2024, 1, 2))
        yield kind.at(Span(0, 1))

    mine = Rule(kind=kind, find=find, needs=("previous", "today"))
    today = date(2024, 1, 2)
    assert codes(check(report, rules=[mine], select="MY", today=today)) == []
    assert codes(check(report, rules=[mine], select="MY", previous=report)) == []
    given = check(report, rules=[mine], select="MY", previous=report, today=today)
    assert codes(given) == ["MY001"]


def test_a_need_that_there_is_not() -> None:
    with pytest.raises(UsageError, match="needs: 'clock' is none of previous, today"):
        Rule(kind=rule("MY001").kind, find=lambda _: (), needs=("clock",))


@pytest.mark.parametrize("given", [{"previous": "2023.txt"}, {"today": "2024-01-02"}])
def test_other_things_than_reports_and_dates(report: Report, given: dict[str, Any]) -> None:
    (name,) = given
    with pytest.raises(UsageError, match=f"{name}: must be a .*, not str"):
        check(report, **given)


@pytest.mark.parametrize("name", ["f2014", "f2021", "local"])
def test_a_checked_report_goes_when_nobody_holds_it(name: str, examples: Path) -> None:
    """What rules share of a report is kept while it lives, and must not keep it alive."""
    report = gikparse.load(examples / f"{name}.txt")
    check(report)
    gone = weakref.ref(report.indicators)
    del report
    gc.collect()
    assert gone() is None
