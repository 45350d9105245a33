"""Numerals in figures and in characters."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gikparse
from gikparse.facts.figures import find_figures
from gikparse.facts.numerals import is_well_formed, read_arabic, read_chinese, read_multiplier
from gikparse.testing import check_report
from gikparse.testing.numerals import chinese


@given(st.integers(1, 10**12))
def test_characters_read_back(number: int) -> None:
    assert read_chinese(chinese(number)) == number


@given(st.integers(1, 10**9))
def test_thousands_read_back(number: int) -> None:
    assert read_arabic(f"{number:,}") == number
    assert read_arabic(str(number)) == number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("两", 2),
        ("廿三", 23),
        ("卅", 30),
        ("十二", 12),
        ("一百零五", 105),
        ("一万二", 12_000),
        ("三百五", 350),
        ("一亿二千万", 120_000_000),
        ("百", 100),
        ("二〇一六", 2016),
        ("二○一六", 2016),
        ("零", 0),
        ("三点五", Decimal("3.5")),
        ("十二点零五", Decimal("12.05")),
    ],
)
def test_characters(numeral: str, number: int | Decimal) -> None:
    assert read_chinese(numeral) == number


def test_multipliers() -> None:
    assert [read_multiplier(m) for m in ("十", "百万", "亿", "万亿")] == [10, 10**6, 10**8, 10**12]


def test_whole_numbers_are_int() -> None:
    assert isinstance(read_arabic("3.0"), int)
    assert isinstance(read_arabic("3.5"), Decimal)


@given(st.integers(1, 10**12 - 1))
def test_what_is_written_well_is_well_formed(number: int) -> None:
    assert is_well_formed(chinese(number))


@pytest.mark.parametrize(
    "numeral",
    ["三廿", "廿十", "十十", "两千千", "十千三", "二三十", "万两九", "二〇亿", "万〇万", "一亿亿"],
)
def test_characters_in_no_order_are_no_number(numeral: str) -> None:
    assert not is_well_formed(numeral)
    assert find_figures(f"公开信息{numeral}件")[0] == []


NUMERALS = st.text("〇零一二两三五九十百千万亿廿13.,余多", min_size=1, max_size=6)


@given(NUMERALS)
def test_no_number_is_from_nowhere(numeral: str) -> None:
    check_report(
        gikparse.parse(f"一、概述\n公开信息{numeral}件，占百分之{numeral}。"), rewritten=False
    )
