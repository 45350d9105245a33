"""What a value cell says."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures import FOLDER, Case, each_case, read_cases
from gikparse.folding import fold
from gikparse.grammar import pattern, terminal_patterns
from gikparse.values import (
    AMBIGUOUS,
    EMPTY,
    NA,
    TEXT,
    Semantic,
    Value,
    base_unit,
    in_base_unit,
    is_counted,
    read_folded,
    read_value,
)


@each_case("values.md")
def test_what_a_terminal_takes(case: Case) -> None:
    terminal, _, _ = case.title.partition(":")
    found = [pattern("values", terminal).match(fold(line)) for line in case.source.splitlines()]
    assert "\n".join(match.group() if match else "-" for match in found) == case.expected


def test_every_terminal_has_a_case() -> None:
    cases = read_cases((FOLDER / "values.md").read_text("utf-8"))
    assert {case.title.partition(":")[0] for case in cases} == {*terminal_patterns("values")}


@pytest.mark.parametrize(
    ("written", "number", "unit"),
    [
        ("12", 12, None),
        ("1,234", 1234, None),
        ("1,234,567", 1_234_567, None),
        ("３４１５．７４", Decimal("3415.74"), None),
        ("-6", -6, None),
        ("+6", 6, None),
        ("12.0", 12, None),
        ("12.50", Decimal("12.50"), None),
        (" 1 2 ", 12, None),
        ("251000元", 251_000, "元"),
        ("1.5万元", Decimal("1.5"), "万元"),
        ("3 件", 3, "件"),
        ("98%", 98, "%"),
    ],
)
def test_figures(written: str, number: int | Decimal, unit: str | None) -> None:
    read = read_value(written)
    assert read == Value(Semantic.NUMERIC, number, unit)
    assert type(read.number) is type(number)


@pytest.mark.parametrize(
    ("written", "unit"), [("0", None), ("０", None), ("0.00", None), ("0件", "件")]
)
def test_zeros(written: str, unit: str | None) -> None:
    read = read_value(written)
    assert read == Value(Semantic.ZERO, 0, unit)
    assert type(read.number) is int


@pytest.mark.parametrize("written", ["零"])
def test_words_for_zero(written: str) -> None:
    assert read_value(written) == Value(Semantic.ZERO, 0)


@pytest.mark.parametrize("written", ["", " ", "\u3000", "\n"])
def test_nothing_is_no_zero(written: str) -> None:
    assert read_value(written) is EMPTY
    assert Value(Semantic.EMPTY, None, None) == EMPTY


@pytest.mark.parametrize("written", ["—", "/", "-", "不适用", "无"])
def test_what_does_not_apply_is_no_zero(written: str) -> None:
    assert read_value(written) is NA
    assert Value(Semantic.NA, None, None) == NA


@pytest.mark.parametrize(
    "written", ["详见附表", "12个工作日", "约12", "1,23", "12,", "元", "3.4.5"]
)
def test_other_words_are_text(written: str) -> None:
    assert read_value(written) is TEXT
    assert Value(Semantic.TEXT, None, None) == TEXT


def test_the_kinds_differ() -> None:
    assert {v.semantic for v in (EMPTY, NA, TEXT, AMBIGUOUS)} == {
        Semantic.EMPTY,
        Semantic.NA,
        Semantic.TEXT,
        Semantic.AMBIGUOUS,
    }


def test_units_have_base_units() -> None:
    assert in_base_unit(Decimal("1.5"), "万元") == 15_000
    assert type(in_base_unit(Decimal("1.5"), "万元")) is int
    assert in_base_unit(Decimal("0.12345"), "万元") == Decimal("1234.5")
    assert in_base_unit(2, "亿元") == 200_000_000
    assert [in_base_unit(3, unit) for unit in ("件", "册", "", None)] == [3, 3, 3, 3]
    assert [base_unit(unit) for unit in ("万元", "件", "册", "", None)] == [
        "元",
        "件",
        "册",
        "",
        None,
    ]


@given(st.decimals(-99_999, 99_999, places=3), st.sampled_from(["", "元", "件"]))
def test_every_number_reads_back(number: Decimal, unit: str) -> None:
    for written in (f"{number:f}", f"{number:,f}"):
        read = read_folded(written + unit)
        assert (read.number, read.unit) == (number, unit or None)
        assert (read.semantic is Semantic.ZERO) == (number == 0)


def test_units_that_count_single_things() -> None:
    assert [is_counted(unit) for unit in ("件", "条", "人次")] == [True] * 3
    assert [is_counted(unit) for unit in ("万元", "元", "%", "册", "")] == [False] * 5
